import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HostError } from '../../shared/contract/result.ts';
import { openKeyFileVault } from './key-file-vault.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-vault-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusalOf(open: () => unknown): HostError {
  try {
    open();
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
  throw new Error('the vault opened');
}

describe('a vault with a key file', () => {
  it('gives back what it encrypted, also after it was opened again', () => {
    const cipherText = openKeyFileVault(folder).encrypt('schlüssel 秘密');
    expect(openKeyFileVault(folder).decrypt(cipherText)).toBe('schlüssel 秘密');
  });

  it('makes the missing data folder and in it nothing but the key', () => {
    const inner = join(folder, 'a', 'b');
    openKeyFileVault(inner);
    expect(readdirSync(inner)).toEqual(['vault.key']);
    expect(readFileSync(join(inner, 'vault.key'))).toHaveLength(32);
  });

  it.runIf(process.platform !== 'win32')('lets only the owner read the key', () => {
    openKeyFileVault(folder);
    expect(statSync(join(folder, 'vault.key')).mode & 0o777).toBe(0o600);
  });

  it('encrypts the same text differently each time and never shows it', () => {
    const vault = openKeyFileVault(folder);
    const first = vault.encrypt('secret-secret');
    expect(vault.encrypt('secret-secret')).not.toBe(first);
    expect(Buffer.from(first, 'base64').toString('latin1')).not.toContain('secret-secret');
  });

  it('refuses a cipher text of another key, a changed one, and what is none', () => {
    const vault = openKeyFileVault(folder);
    const other = openKeyFileVault(join(folder, 'other'));
    const cipherText = vault.encrypt('secret');
    const middle = cipherText.length >> 1;
    const swapped = cipherText[middle] === 'A' ? 'B' : 'A';
    const changed = cipherText.slice(0, middle) + swapped + cipherText.slice(middle + 1);
    for (const damaged of [changed, cipherText.slice(3), cipherText.slice(0, 20), '', 'secret']) {
      expect(() => vault.decrypt(damaged)).toThrow();
    }
    expect(() => other.decrypt(cipherText)).toThrow();
  });

  it('keeps a key file of the wrong length and says what to do', () => {
    writeFileSync(join(folder, 'vault.key'), 'short');
    const refusal = refusalOf(() => openKeyFileVault(folder));
    expect(refusal.code).toBe('storage-failed');
    expect(refusal.message).toContain('holds 5 bytes instead of 32');
    expect(readFileSync(join(folder, 'vault.key'), 'utf8')).toBe('short');
  });

  it('says which folder cannot be used', () => {
    writeFileSync(join(folder, 'file'), '');
    const below = join(folder, 'file', 'data');
    const refusal = refusalOf(() => openKeyFileVault(below));
    expect(refusal.code).toBe('storage-failed');
    expect(refusal.message).toContain(below);
  });
});
