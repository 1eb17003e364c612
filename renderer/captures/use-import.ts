import { useEffect, useRef, useState } from 'react';
import type { CommandOutput } from '../../shared/contract/commands.ts';
import { openCapture } from '../stores/tabs.ts';
import { type ImportStep, importFile } from './import-file.ts';

export type ImportState =
  | { readonly kind: 'asking'; readonly failure: unknown }
  | { readonly kind: 'running'; readonly step: ImportStep }
  | { readonly kind: 'done'; readonly result: CommandOutput<'captures.importEnd'> };

/** An import as a dialog shows it; it is cancelled when the dialog goes. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ kind: 'asking', failure: null });
  const stop = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    return () => controller.abort();
  }, []);

  async function start(file: File, ports: readonly number[]) {
    const { signal } = stop.current;
    const onStep = (step: ImportStep) => setState({ kind: 'running', step });
    onStep({ phase: 'sending', done: 0, total: file.size });
    try {
      const result = await importFile({ file, ports, signal, onStep });
      openCapture(result.capture.id);
      setState({ kind: 'done', result });
    } catch (error) {
      if (!signal.aborted) setState({ kind: 'asking', failure: error });
    }
  }

  return { state, start };
}
