import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { npmScript, projectPath, runNode, say } from './project.mjs';

const stampPath = projectPath('node_modules/.tricorder-lock');

/** @param {string} path */
const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(projectPath('package-lock.json')))
    .digest('hex');

/**
 * What a lock file asks for, as `path@version`, and which of that a platform may leave out.
 *
 * @param {string} text
 */
function packagesOf(text) {
  /** @type {Record<string, { version?: string, optional?: boolean }>} */
  const packages = text === '' ? {} : (JSON.parse(text).packages ?? {});
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const named = entries.map(([path, { version }]) => `${path}@${version}`);
  const needed = entries.filter(([, { optional }]) => !optional);
  return { all: new Set(named), needed: needed.map(([path, { version }]) => `${path}@${version}`) };
}

/** True when someone's own `npm ci` or `npm install` has put in what the lock file asks for. */
function isInstalledByHand() {
  const asked = packagesOf(readFileSync(projectPath('package-lock.json'), 'utf8'));
  const there = packagesOf(readIfThere(projectPath('node_modules/.package-lock.json'))).all;
  return (
    asked.needed.every((name) => there.has(name)) && [...there].every((name) => asked.all.has(name))
  );
}

/** True when node_modules is known to hold what the lock file asks for: a comparison of two hashes. */
export const arePackagesStamped = () => readIfThere(stampPath) === lockHash();

/**
 * Installs npm's packages from the lock file unless node_modules fits it.
 *
 * @throws Error with npm's output when that fails, and where node_modules is a link: `npm ci` would
 *   empty the folder that it leads to
 */
export async function installPackages() {
  if (arePackagesStamped()) return;
  if (!isInstalledByHand()) {
    if (lstatSync(projectPath('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new Error('node_modules is a link and does not fit package-lock.json: remove the link');
    }
    say('Installing packages (npm ci) …');
    const { code, output } = await runNode([npmScript(), 'ci', '--no-audit', '--no-fund']);
    if (code !== 0) throw new Error(`npm ci failed:\n${output}`);
  }
  writeFileSync(stampPath, lockHash());
}
