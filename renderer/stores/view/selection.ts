import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface Selections {
  /** The selected row of each capture, 0 for its first packet; absent or null for none. */
  readonly rows: Readonly<Record<string, number | null>>;
}

const selectionStore = createStore<Selections>(() => ({ rows: {} }));

/** Selects a packet of a capture for every way to look at it; null selects none. */
export function selectPacket(captureId: string, row: number | null): void {
  selectionStore.setState(({ rows }) => ({ rows: { ...rows, [captureId]: row } }));
}

/** The selected packet of a capture, by its row; null for none. */
export function useSelectedRow(captureId: string): number | null {
  return useStore(selectionStore, ({ rows }) => rows[captureId] ?? null);
}

/** Forgets what was selected in a capture whose tab was closed. */
export function forgetSelection(captureId: string): void {
  selectionStore.setState(({ rows: { [captureId]: _, ...rows } }) => ({ rows }));
}
