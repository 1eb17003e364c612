import type { Vault } from './vault.ts';

export interface HostOptions {
  /** The folder that holds everything; made if missing. One running host at a time. */
  readonly dataDir: string;
  readonly vault: Vault;
  readonly mode: 'desktop' | 'web';
  readonly version: string;
}
