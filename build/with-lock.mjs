import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './project.mjs';

/** Milliseconds: how often the holder shows that it lives, and after how long it is taken for dead. */
const BEAT_EVERY = 1_000;
const DEAD_AFTER = 10_000;

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} path */
function isDead(path) {
  const file = statSync(path, { throwIfNoEntry: false });
  return file !== undefined && Date.now() - file.mtimeMs > DEAD_AFTER;
}

/**
 * Runs `work` while holding the lock file `path`, after whoever holds it now. The file's time and
 * not its process id tells whether the holder lives: ids come again, in containers at once.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  for (let waiting = false; !take(path); waiting = true) {
    if (!waiting) say('Waiting for another start that is setting up …');
    if (isDead(path)) rmSync(path, { force: true });
    else await sleep(100);
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimesSync(path, now, now);
  }, BEAT_EVERY);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(path, { force: true });
  }
}
