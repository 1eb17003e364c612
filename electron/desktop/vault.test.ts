import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openVault } from './vault.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tricorder-vault-'));
});
afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Reverses the text instead of encrypting it: enough to tell which vault was at work. */
function keychain(available: boolean, backend: string): SafeStorage {
  const reversed = (text: string) => [...text].reverse().join('');
  return {
    isEncryptionAvailable: () => available,
    getSelectedStorageBackend: () => backend,
    encryptString: (text: string) => Buffer.from(reversed(text)),
    decryptString: (bytes: Buffer) => reversed(bytes.toString()),
  } as unknown as SafeStorage;
}

function on(platform: NodeJS.Platform): void {
  vi.stubGlobal('process', { ...process, platform });
}

test.each<[NodeJS.Platform, string, string]>([
  ['linux', 'gnome_libsecret', 'system-keyring'],
  ['darwin', 'unknown', 'macos-keychain'],
  ['win32', 'unknown', 'windows-account'],
])('on %s a secret goes through the keychain and comes back', (platform, backend, kind) => {
  on(platform);
  const vault = openVault(keychain(true, backend), dataDir);
  expect(vault.kind).toBe(kind);
  expect(vault.encrypt('héllo')).toBe(Buffer.from('olléh').toString('base64'));
  expect(vault.decrypt(vault.encrypt('héllo'))).toBe('héllo');
});

test.each([
  ['there is no encryption', false, 'gnome_libsecret'],
  ['Linux has no keyring but a fixed password', true, 'basic_text'],
])('where %s the key file encrypts, and says so', (_why, available, backend) => {
  on('linux');
  const vault = openVault(keychain(available, backend), dataDir);
  expect(vault.kind).toBe('key-file');
  expect(vault.decrypt(vault.encrypt('secret'))).toBe('secret');
});
