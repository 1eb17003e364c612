import type { SafeStorage } from 'electron';
import { openKeyFileVault } from '../host/key-file-vault.ts';
import type { Vault } from '../host/vault.ts';

const LABELS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'the macOS keychain',
  win32: 'the Windows user account (DPAPI)',
};

/** `basic_text` is Chromium's fixed password on Linux without a keyring: no protection at all. */
function isTrustworthy(safeStorage: SafeStorage): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

/**
 * The system's keychain where there is one, else the key file, under its own name. Must be called
 * after the app is ready. Uses the synchronous functions, as a Vault answers at once.
 */
export function openVault(safeStorage: SafeStorage, dataDir: string): Vault {
  if (!isTrustworthy(safeStorage)) return openKeyFileVault(dataDir);
  return {
    label: LABELS[process.platform] ?? 'the system keyring',
    encrypt: (text) => safeStorage.encryptString(text).toString('base64'),
    decrypt: (cipherText) => safeStorage.decryptString(Buffer.from(cipherText, 'base64')),
  };
}
