import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './project.mjs';

/** @param {string} name of a program, looked for where root's and everyone's programs are */
const isProgram = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].some((folder) =>
    existsSync(join(folder, name)),
  );

/** What the tests need besides npm's packages: the Debian package, and whether it is there. */
const needs = [
  {
    name: 'chromium-headless-shell',
    isThere: () => existsSync(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium-headless-shell'),
  },
  { name: 'mosquitto', isThere: () => isProgram('mosquitto') },
  { name: 'mosquitto-clients', isThere: () => isProgram('mosquitto_rr') },
  { name: 'tshark', isThere: () => isProgram('tshark') },
  {
    name: 'fonts-noto-cjk',
    // Elsewhere the system's own fonts hold Chinese.
    isThere: () =>
      !isProgram('dpkg-query') ||
      spawnSync('dpkg-query', ['-W', 'fonts-noto-cjk'], { stdio: 'ignore' }).status === 0,
  },
];

/** @param {readonly string[]} args */
function apt(args) {
  const { status, stdout, stderr } = spawnSync('apt-get', ['-qq', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`);
}

const missingPackages = () => needs.filter(({ isThere }) => !isThere()).map(({ name }) => name);

/**
 * Installs the Debian packages that the tests need and the machine lacks.
 *
 * @throws Error that says what to install where that cannot be done here
 */
export function installDebianPackages() {
  const missing = missingPackages();
  if (missing.length > 0 && process.getuid?.() === 0 && isProgram('apt-get')) {
    say(`Installing ${missing.join(', ')} (apt-get) …`);
    apt(['update']);
    apt(['install', '-y', '--no-install-recommends', ...missing]);
  }
  const stillMissing = missingPackages().join(' ');
  if (stillMissing === '') return;
  throw new Error(
    `The tests need ${stillMissing}. On Debian: sudo apt-get install ${stillMissing}\n` +
      'Elsewhere install the like; CHROMIUM_PATH names another Chromium or Chrome than /usr/bin/chromium-headless-shell.',
  );
}
