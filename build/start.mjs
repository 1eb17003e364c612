import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { findElectron } from './electron-runtime.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { projectPath, root, say } from './project.mjs';

/** A module of the built web mode. @param {'main' | 'options'} name */
const webModule = (name) => import(pathToFileURL(projectPath(`out/web/${name}.js`)).href);

/**
 * Runs the app on Electron and ends with its exit code.
 *
 * @param {string} electron
 * @param {string | null} dataDir
 */
function openDesktop(electron, dataDir) {
  const args = dataDir === null ? [root] : [root, `--data-dir=${dataDir}`];
  const child = spawn(electron, args, { stdio: 'inherit' });
  // A terminal sends its signals to both; a process manager only to this one.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', ({ message }) => fail(`Electron did not start: ${message}`));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** @param {string} sentence */
function fail(sentence) {
  say(`tricorder: ${sentence}`);
  process.exit(1);
}

async function start() {
  if (!existsSync(projectPath('out/web/options.js')))
    throw new Error('not built yet: npm start builds it');
  const { readOptions, help } = await webModule('options');
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(help);
  endWithNpm();
  // Web mode reads the same command line, and ends the process itself.
  if (options.mode === 'web') return webModule('main');
  const electron = findElectron({ retry: options.mode === 'desktop' });
  if ('path' in electron) return openDesktop(electron.path, options.dataDir);
  if (options.mode === 'desktop')
    throw new Error(`the window cannot be opened: ${electron.missing}`);
  say(`tricorder: serving web mode, the window cannot be opened: ${electron.missing}`);
  return webModule('main');
}

await start().catch((error) => fail(error instanceof Error ? error.message : String(error)));
