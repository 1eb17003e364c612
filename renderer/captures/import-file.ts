import type { CommandOutput } from '../../shared/contract/commands.ts';
import { IMPORT_CHUNK_BYTES_MAX } from '../../shared/contract/transfers.ts';
import { ask, door } from '../bridge.ts';
import { base64Of } from './base64-of.ts';

/** How far an import is, in bytes: first the file goes to the host, then the host reads it. */
export interface ImportStep {
  readonly phase: 'sending' | 'reading';
  readonly done: number;
  readonly total: number;
}

export interface ImportOptions {
  readonly file: File;
  /** TCP ports on which MQTT is looked for. */
  readonly ports: readonly number[];
  readonly signal: AbortSignal;
  onStep(step: ImportStep): void;
}

/**
 * Makes a capture of a pcapng or pcap file. Rejects with an AskError, or because the signal said so
 * or the file cannot be read; nothing of it is left at the host then.
 */
export async function importFile(
  options: ImportOptions,
): Promise<CommandOutput<'captures.importEnd'>> {
  const { file, ports, signal, onStep } = options;
  const { importId } = await ask('captures.importBegin', { name: file.name, size: file.size });
  // The host may have forgotten it by itself, after a failure.
  const cancel = () => void ask('captures.cancelImport', { importId }).catch(() => {});
  const unsubscribe = door.subscribe('import.progress', ({ importId: id, done, total }) => {
    if (id === importId) onStep({ phase: 'reading', done, total });
  });
  try {
    for (let start = 0; start < file.size; start += IMPORT_CHUNK_BYTES_MAX) {
      signal.throwIfAborted();
      onStep({ phase: 'sending', done: start, total: file.size });
      const piece = file.slice(start, start + IMPORT_CHUNK_BYTES_MAX);
      await ask('captures.importChunk', { importId, data: await base64Of(piece) });
    }
    signal.throwIfAborted();
    signal.addEventListener('abort', cancel, { once: true });
    onStep({ phase: 'reading', done: 0, total: file.size });
    return await ask('captures.importEnd', { importId, ports: [...ports] });
  } catch (error) {
    cancel();
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
    unsubscribe();
  }
}
