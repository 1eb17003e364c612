/** Encrypts secrets at rest. The desktop's is the system keychain, web mode's a key file. */
export interface Vault {
  /** Who encrypts, in words for the page: "the system keychain", "a key file in the data folder". */
  readonly label: string;
  /** The text as printable cipher text, safe in a JSON file. */
  encrypt(text: string): string;
  /** The text again; throws when the cipher text was made by another key or is damaged. */
  decrypt(cipherText: string): string;
}
