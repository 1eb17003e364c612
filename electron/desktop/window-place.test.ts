import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readWindowPlace, saveWindowPlace } from './window-place.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: 0, width: 1920, height: 1080 };
const at = (x: number, y: number) => ({
  bounds: { x, y, width: 1280, height: 800 },
  maximized: false,
});

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tricorder-place-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('a window opens where it was closed', () => {
  saveWindowPlace(dataDir, { ...at(100, 50), maximized: true });
  expect(readWindowPlace(dataDir, [screen])).toEqual({ ...at(100, 50), maximized: true });
});

test('the first window has no place of its own', () => {
  expect(readWindowPlace(dataDir, [screen])).toBeNull();
});

test.each([
  'not JSON',
  '{}',
  '{"bounds":{"x":0,"y":0,"width":10,"height":10},"maximized":false}',
  '{"bounds":{"x":0,"y":0,"width":"1280","height":800},"maximized":false}',
])('a file that says %s is no place', (text) => {
  writeFileSync(join(dataDir, 'window-bounds.json'), text);
  expect(readWindowPlace(dataDir, [screen])).toBeNull();
});

test('a window on a screen that is gone opens anew', () => {
  saveWindowPlace(dataDir, at(2000, 100));
  expect(readWindowPlace(dataDir, [screen, second])).toEqual(at(2000, 100));
  expect(readWindowPlace(dataDir, [screen])).toBeNull();
});

test.each([
  ['its title bar is above the screen', 100, -700],
  ['its title bar is below the screen', 100, 1079],
  ['only a corner of it is on the screen', 1900, 100],
])('a window opens anew when %s', (_why, x, y) => {
  saveWindowPlace(dataDir, at(x, y));
  expect(readWindowPlace(dataDir, [screen])).toBeNull();
});

test('a folder that cannot be written does not keep a window from closing', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(() => saveWindowPlace(join(dataDir, 'missing'), at(0, 0))).not.toThrow();
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});
