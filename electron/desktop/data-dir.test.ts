import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { enterDataDir } from './data-dir.ts';

let folder = '';
const paths = new Map<string, string>();
const app = {
  getPath: (name: string) => paths.get(name),
  setPath: (name: string, path: string) => paths.set(name, path),
} as unknown as App;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-data-'));
  paths.clear();
  paths.set('userData', join(folder, 'default'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('without an option the data is where the system keeps it', () => {
  expect(enterDataDir(app, ['.'])).toBe(join(folder, 'default'));
});

test('the folder named beside options of Chromium is made and entered', () => {
  const chosen = join(folder, 'a/b');
  expect(enterDataDir(app, ['.', '--no-sandbox', '--data-dir', chosen])).toBe(chosen);
  expect(paths.get('userData')).toBe(chosen);
  expect(paths.get('sessionData')).toBe(join(chosen, 'browser'));
  expect(statSync(join(chosen, 'browser')).isDirectory()).toBe(true);
});

test('an option without a folder is refused in one sentence', () => {
  expect(() => enterDataDir(app, ['--data-dir'])).toThrow('--data-dir needs the path of a folder.');
});

test('a folder that cannot be made is refused by name', () => {
  writeFileSync(join(folder, 'file'), '');
  const chosen = join(folder, 'file/data');
  expect(() => enterDataDir(app, ['--data-dir', chosen])).toThrow(
    `The data folder ${chosen} cannot be made`,
  );
});
