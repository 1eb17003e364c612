import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataDir } from './default-data-dir.ts';

describe("web mode's own data folder", () => {
  it('follows XDG_DATA_HOME on Linux, and its default where that is unset or empty', () => {
    expect(defaultDataDir('linux', { XDG_DATA_HOME: '/data' }, '/home/a')).toBe(
      join('/data', 'tricorder-web'),
    );
    for (const environment of [{}, { XDG_DATA_HOME: '' }]) {
      expect(defaultDataDir('linux', environment, '/home/a')).toBe(
        join('/home/a', '.local', 'share', 'tricorder-web'),
      );
    }
  });

  it("is in the system's place for application data on macOS and Windows", () => {
    expect(defaultDataDir('darwin', {}, '/Users/a')).toBe(
      join('/Users/a', 'Library', 'Application Support', 'tricorder-web'),
    );
    expect(defaultDataDir('win32', { APPDATA: 'roaming' }, 'home')).toBe(
      join('roaming', 'tricorder-web'),
    );
    expect(defaultDataDir('win32', {}, 'home')).toBe(
      join('home', 'AppData', 'Roaming', 'tricorder-web'),
    );
  });
});
