import { randomBytes } from 'node:crypto';
import { linkSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Makes a file that only its owner may read, unless it is there. Made whole beside its place and
 * linked into it: a reader never sees half of it, and of two starts at once the second finds the
 * first one's.
 */
export function createFileOnce(path: string, content: string | Buffer): void {
  const whole = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(whole, content, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(whole, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(whole, { force: true });
  }
}
