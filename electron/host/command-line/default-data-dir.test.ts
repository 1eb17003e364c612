import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataDir } from './default-data-dir.ts';

describe("a program's own data folder", () => {
  it('follows XDG_DATA_HOME on Linux, and its default where that is unset or empty', () => {
    expect(defaultDataDir('tricorder-x', 'linux', { XDG_DATA_HOME: '/data' }, '/home/a')).toBe(
      join('/data', 'tricorder-x'),
    );
    for (const environment of [{}, { XDG_DATA_HOME: '' }]) {
      expect(defaultDataDir('tricorder-x', 'linux', environment, '/home/a')).toBe(
        join('/home/a', '.local', 'share', 'tricorder-x'),
      );
    }
  });

  it("is in the system's place for application data on macOS and Windows", () => {
    expect(defaultDataDir('tricorder-x', 'darwin', {}, '/Users/a')).toBe(
      join('/Users/a', 'Library', 'Application Support', 'tricorder-x'),
    );
    expect(defaultDataDir('tricorder-x', 'win32', { APPDATA: 'roaming' }, 'home')).toBe(
      join('roaming', 'tricorder-x'),
    );
    expect(defaultDataDir('tricorder-x', 'win32', {}, 'home')).toBe(
      join('home', 'AppData', 'Roaming', 'tricorder-x'),
    );
  });
});
