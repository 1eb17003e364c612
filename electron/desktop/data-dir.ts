import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { App } from 'electron';

/**
 * The folder named by `--data-dir`, else the system's place for our data. Chromium's own options
 * may stand beside it, so options we do not know are left to it.
 */
function chosenDataDir(app: App, argv: readonly string[]): string {
  const { values } = parseArgs({
    args: [...argv],
    options: { 'data-dir': { type: 'string' } },
    strict: false,
  });
  const chosen = values['data-dir'];
  if (chosen === undefined) return app.getPath('userData');
  if (typeof chosen !== 'string') throw new Error('--data-dir needs the path of a folder.');
  return resolve(chosen);
}

/**
 * Makes the data folder and puts all of the app into it, Chromium's files in a folder of their
 * own below. Must be called before the app is ready and before the single-instance lock, which is
 * per folder: two folders may be open at once.
 */
export function enterDataDir(app: App, argv: readonly string[]): string {
  const dataDir = chosenDataDir(app, argv);
  const browserDir = join(dataDir, 'browser');
  try {
    mkdirSync(browserDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Error(`The data folder ${dataDir} cannot be made: ${String(error)}`, {
      cause: error,
    });
  }
  app.setPath('userData', dataDir);
  app.setPath('sessionData', browserDir);
  return dataDir;
}
