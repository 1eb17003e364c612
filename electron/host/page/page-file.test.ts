import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { pageFile } from './page-file.ts';

const folder = resolve('/page');

test.each([
  ['/', 'index.html', 'text/html; charset=utf-8'],
  ['/assets/a%20b.js', 'assets/a b.js', 'text/javascript; charset=utf-8'],
  ['/assets/../icon.svg', 'icon.svg', 'image/svg+xml'],
])('%s is a file of the page', (pathname, name, contentType) => {
  expect(pageFile(folder, pathname)).toEqual({ path: join(folder, name), contentType });
});

test.each([
  '',
  '//',
  '/assets',
  '/assets/',
  '/no.exe',
  '/../out.js',
  '/%2e%2e/out.js',
  '/a/..%2f..%2fout.js',
  '/../page-old/old.js',
  '/..%5cout.js',
  '/index.html%00.js',
  '/%zz.js',
  '/%ff.js',
])('%j is none', (pathname) => {
  expect(pageFile(folder, pathname)).toBeNull();
});
