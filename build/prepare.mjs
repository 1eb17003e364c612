import { buildApp, isBuilt } from './app.mjs';
import { arePackagesStamped, installPackages } from './packages.mjs';
import { projectPath, say } from './project.mjs';
import { withLock } from './with-lock.mjs';

/** The oldest Node that the packages run on, as in package.json's `engines`. */
const NODE_MIN = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [minMajor = 0, minMinor = 0] = NODE_MIN;
  if (major < minMajor || (major === minMajor && minor < minMinor)) {
    throw new Error(
      `Tricorder needs Node ${NODE_MIN.join('.')} or newer, this is ${process.version}`,
    );
  }
}

/**
 * Makes the checkout ready to start: packages installed, and the app built unless `installOnly`.
 * Does nothing, fast, when it is. Of two at once the second waits for the first.
 *
 * @param {{ installOnly: boolean }} options
 */
export async function prepare({ installOnly }) {
  checkNode();
  if (arePackagesStamped() && (installOnly || isBuilt())) return;
  await withLock(projectPath('out/.prepare-lock'), async () => {
    await installPackages();
    if (!installOnly) await buildApp();
  });
}

if (process.argv[1] === import.meta.filename) {
  try {
    await prepare({ installOnly: process.argv.includes('--install-only') });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
