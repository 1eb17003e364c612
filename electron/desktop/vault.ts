import type { SafeStorage } from 'electron';
import type { VaultKind } from '../../shared/contract/vaults.ts';
import { openKeyFileVault } from '../host/key-file-vault.ts';
import type { Vault } from '../host/vault.ts';

const kinds: Partial<Record<NodeJS.Platform, VaultKind>> = {
  darwin: 'macos-keychain',
  win32: 'windows-account',
};

/** `basic_text` is Chromium's fixed password on Linux without a keyring: no protection at all. */
function isTrustworthy(safeStorage: SafeStorage): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

/**
 * The system's keychain where there is one, else the key file, which is another kind. Must be called
 * after the app is ready. Uses the synchronous functions, as a Vault answers at once.
 */
export function openVault(safeStorage: SafeStorage, dataDir: string): Vault {
  if (!isTrustworthy(safeStorage)) return openKeyFileVault(dataDir);
  return {
    kind: kinds[process.platform] ?? 'system-keyring',
    encrypt: (text) => safeStorage.encryptString(text).toString('base64'),
    decrypt: (cipherText) => safeStorage.decryptString(Buffer.from(cipherText, 'base64')),
  };
}
