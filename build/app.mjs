import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputs } from './outputs.mjs';
import { projectPath, root, runNode, say } from './project.mjs';

const stampPath = projectPath('out/build-stamp');
const sources = ['shared', 'electron', 'renderer', 'build', 'package.json', 'package-lock.json'];

/**
 * One line per file below `path` that a bundle may hold, tests left out.
 *
 * @param {string} path relative to the project
 * @returns {string[]}
 */
function listing(path) {
  const file = statSync(join(root, path));
  if (file.isDirectory()) {
    const names = readdirSync(join(root, path)).sort();
    return names.flatMap((name) => listing(`${path}/${name}`));
  }
  return /\.test\.tsx?$/.test(path) ? [] : [`${path} ${file.mtimeMs} ${file.size}`];
}

/** Names, times and sizes of all sources: reading their contents would cost more than it tells. */
const sourceStamp = () =>
  createHash('sha256').update(sources.flatMap(listing).join('\n')).digest('hex');

/** True when the last build is of the sources as they are. */
export const isBuilt = () =>
  existsSync(stampPath) &&
  readFileSync(stampPath, 'utf8') === sourceStamp() &&
  outputs.every((path) => existsSync(projectPath(path)));

/**
 * Bundles the app unless the last build is of the sources as they are.
 *
 * @throws Error with the bundler's output when that fails
 */
export async function buildApp() {
  if (isBuilt()) return;
  say('Building …');
  // Taken before: what is saved during the build makes the next start build again.
  const stamp = sourceStamp();
  rmSync(stampPath, { force: true });
  const { code, output } = await runNode([projectPath('build/bundle.mjs')]);
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  writeFileSync(stampPath, stamp);
}
