import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerPageRequest } from './page-protocol.ts';

let folder = '';
let page = '';
const ask = (url: string, init?: RequestInit) =>
  answerPageRequest({ folder: page, exportFile }, new Request(url, init));

const exportFile = (id: string) =>
  id === 'ready'
    ? { path: join(folder, 'exported'), name: 'lamp.csv', size: 4, contentType: 'text/csv' }
    : null;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-page-'));
  page = join(folder, 'renderer');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<title>Tricorder</title>');
  writeFileSync(join(page, 'assets/a b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(folder, 'exported'), 'a,b\n');
  mkdirSync(join(folder, 'renderer-old'));
  writeFileSync(join(folder, 'renderer-old/old.js'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the root is the page, under a policy that lets it load from itself only', async () => {
  const answer = await ask('app://tricorder/');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('<title>Tricorder</title>');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
});

test('a file is found by its decoded name, whatever is asked of it', async () => {
  const answer = await ask('app://tricorder/assets/a%20b.js?v=1#x');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

test.each([
  'app://tricorder/missing.js',
  'app://tricorder/assets',
  'app://tricorder/assets/',
  'app://tricorder/../secret.json',
  'app://tricorder/%2e%2e/secret.json',
  'app://tricorder/..%2fsecret.json',
  'app://tricorder/assets/..%2f..%2fsecret.json',
  'app://tricorder/..%5csecret.json',
  'app://tricorder/..%2frenderer-old/old.js',
  'app://tricorder/index.html%00.js',
  'app://tricorder/%ff.js',
  'app://elsewhere/index.html',
  'app://tricorder/exports/other',
  'app://elsewhere/exports/ready',
])('%s is not found', async (url) => {
  const answer = await ask(url);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe('');
});

test('a finished export is a file to save', async () => {
  const answer = await ask('app://tricorder/exports/ready');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('a,b\n');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/csv',
    'content-length': '4',
    'content-disposition': `attachment; filename="lamp.csv"; filename*=UTF-8''lamp.csv`,
    'x-content-type-options': 'nosniff',
  });
});

test('nothing can be sent to the page', async () => {
  expect((await ask('app://tricorder/', { method: 'POST', body: 'x' })).status).toBe(405);
});
