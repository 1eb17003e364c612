import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectPath } from './project.mjs';

const INSTALL_MAX_MILLISECONDS = 15_000;
const folder = projectPath('node_modules/electron');
/** Says that the runtime could not be fetched; gone with node_modules, as the runtime would be. */
const failedPath = projectPath('node_modules/.cache/tricorder/no-electron-runtime');

/** Electron's executable, or null where its package holds none yet. */
export function electronExecutable() {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const path = join(override ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8'));
  return existsSync(path) ? path : null;
}

/** Lets Electron's own installer fetch the runtime, and remembers when it could not. */
function install() {
  spawnSync(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: INSTALL_MAX_MILLISECONDS,
    killSignal: 'SIGKILL',
  });
  rmSync(failedPath, { force: true });
  if (electronExecutable()) return;
  mkdirSync(dirname(failedPath), { recursive: true });
  writeFileSync(failedPath, '');
}

/**
 * Where Electron can show a window, its executable; else the reason why not, in words.
 *
 * @param {{ retry: boolean }} options `retry` fetches the runtime although that failed before
 * @returns {{ path: string } | { missing: string }}
 */
export function findElectron({ retry }) {
  if (process.platform === 'linux') {
    if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return { missing: 'no display' };
    // Chromium's sandbox refuses root, and without its sandbox we do not run it.
    if (process.getuid?.() === 0) return { missing: 'Electron does not run as root' };
  }
  if (!electronExecutable() && (retry || !existsSync(failedPath))) install();
  const path = electronExecutable();
  return path ? { path } : { missing: 'no Electron runtime' };
}
