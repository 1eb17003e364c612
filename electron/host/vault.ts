import type { VaultKind } from '../../shared/contract/vaults.ts';

/** Encrypts secrets at rest. The desktop's is the system keychain, web mode's a key file. */
export interface Vault {
  readonly kind: VaultKind;
  /** The text as printable cipher text, safe in a JSON file. */
  encrypt(text: string): string;
  /** The text again; throws when the cipher text was made by another key or is damaged. */
  decrypt(cipherText: string): string;
}
