import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The project's folder. */
export const root = resolve(import.meta.dirname, '..');

/**
 * A path of the project, absolute.
 *
 * @param {...string} parts
 */
export const projectPath = (...parts) => join(root, ...parts);

/** @param {string} line what goes on, for whoever waits: never on stdout, which holds results */
export const say = (line) => void process.stderr.write(`${line}\n`);

/**
 * Runs Node on a script and collects what it prints, without colours.
 *
 * @param {readonly string[]} args the script and its arguments
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, output: string }>} `code` is 1 when a signal ended it
 */
export function runNode(args, env = process.env) {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) =>
      done({ code: code ?? 1, output: stripVTControlCharacters(output) }),
    );
  });
}

/** npm's own script: beside Node where npm did not start us. */
export function npmScript() {
  const beside = dirname(process.execPath);
  const places = [
    process.env.npm_execpath ?? '',
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const found = places.find((place) => /\bnpm-cli\.c?js$/.test(place) && existsSync(place));
  if (!found) throw new Error('npm was not found: run this through npm');
  return found;
}
