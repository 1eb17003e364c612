export const vaults = {
  'key-file': 'a key file in the data folder',
  'macos-keychain': 'the macOS keychain',
  'windows-account': 'the Windows user account (DPAPI)',
  'system-keyring': 'the system keyring',
} as const;
