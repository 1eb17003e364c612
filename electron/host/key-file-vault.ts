import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostError } from '../../shared/contract/result.ts';
import { createFileOnce } from './storage/create-file-once.ts';
import type { Vault } from './vault.ts';

const KEY_BYTES = 32;
/** 96 bits, as NIST SP 800-38D §5.2.1.1 recommends for GCM. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Names the format, so that a later one can tell its cipher texts apart. */
const PREFIX = 'v1.';

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function readOrCreateKey(dataDir: string): Buffer {
  const path = join(dataDir, 'vault.key');
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  createFileOnce(path, randomBytes(KEY_BYTES));
  return readFileSync(path);
}

/**
 * A vault whose key is the file `vault.key` (32 random bytes, readable by its owner only) in the
 * data folder, which is made if missing. AES-256-GCM with a fresh nonce per secret, so a changed
 * cipher text is noticed. It keeps secrets out of `devices.json`, copies and backups of single
 * files; it cannot keep them from someone who may read the whole folder.
 *
 * @throws HostError `storage-failed` when the key can be neither read nor made.
 */
export function openKeyFileVault(dataDir: string): Vault {
  let key: Buffer;
  try {
    key = readOrCreateKey(dataDir);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HostError('storage-failed', `the data folder ${dataDir} cannot be used: ${reason}`, {
      cause,
    });
  }
  if (key.length !== KEY_BYTES) {
    // Never replaced on our own: every saved secret would be lost with it.
    const path = join(dataDir, 'vault.key');
    throw new HostError(
      'storage-failed',
      `${path} holds ${key.length} bytes instead of ${KEY_BYTES}: restore it, or delete it and enter the secrets again`,
    );
  }

  return {
    kind: 'key-file',
    encrypt(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return PREFIX + Buffer.concat(sealed).toString('base64');
    },
    decrypt(cipherText) {
      const sealed = Buffer.from(cipherText.slice(PREFIX.length), 'base64');
      if (!cipherText.startsWith(PREFIX) || sealed.length < NONCE_BYTES + TAG_BYTES) {
        throw new Error('not a cipher text of this vault');
      }
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const text = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
}
