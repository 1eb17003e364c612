import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { Vault } from './vault.ts';

export interface HostOptions {
  /** The folder that holds everything; made if missing. One running host at a time. */
  readonly dataDir: string;
  readonly vault: Vault;
  readonly mode: 'desktop' | 'web';
  readonly version: string;
}

export type EventListener = <K extends EventName>(name: K, payload: EventPayload<K>) => void;

/** The application without a window. */
export interface Host {
  /** Validates against the contract, runs the handler, validates nothing twice. Never rejects. */
  invoke(name: unknown, input: unknown): Promise<Result<unknown>>;
  /** Calls back for every event; answers with what ends it. */
  subscribe(listener: EventListener): () => void;
  /** Ends every session, flushes every capture, frees the data folder. */
  close(): Promise<void>;
}

/** Rejects with a HostError (`storage-failed`) when the folder is unwritable or held by another host. */
export async function createHost(_options: HostOptions): Promise<Host> {
  throw new Error('not built yet');
}
