import { z } from 'zod';

/** What encrypts secrets at rest: the system, or a key file where the system has nothing for it. */
export const vaultKindSchema = z.enum([
  'key-file',
  'macos-keychain',
  'windows-account',
  'system-keyring',
]);
export type VaultKind = z.infer<typeof vaultKindSchema>;
