import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type GridCursor, positionForKey } from '../../components/grid-keys.ts';
import type { View } from './view.ts';

/** Marks the pane that Enter goes to; the page's only word between the two. */
const DETAILS_SELECTOR = '[data-pane="packet-details"]';

interface Keys {
  readonly view: View;
  readonly selectedRow: number | null;
  readonly cursor: GridCursor;
  onSelect(row: number): void;
  /** Shift: up to a row. */
  onExtend?(row: number): void;
  /** Ctrl or ⌘: to a row, and what is chosen stays so. */
  onMove?(row: number): void;
  showRow(position: number): void;
}

/** The keys of the grid: they move the selection, go through the packets of an exchange, and open a row. */
export function useGridKeys(keys: Keys) {
  const { view, selectedRow, cursor, onSelect, onExtend, onMove, showRow } = keys;
  const revision = useStore(view.store, (state) => state.revision);
  /** A position that was gone to before its row had come: it is gone to as soon as it has. */
  const awaited = useRef<{ position: number; go(row: number): void } | null>(null);
  const latest = useRef({ selectedRow, onSelect });
  latest.current = { selectedRow, onSelect };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision may hold the row
  useEffect(() => {
    if (awaited.current === null) return;
    const { position, go } = awaited.current;
    const number = view.numberAt(position);
    if (number === undefined) return;
    awaited.current = null;
    go(number);
  }, [view, revision]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected since counts more
  useEffect(() => {
    awaited.current = null;
  }, [view, selectedRow]);

  function goTo(position: number, go: (row: number) => void): void {
    const number = view.numberAt(position);
    awaited.current = number === undefined ? { position, go } : null;
    if (number === undefined || number === selectedRow) showRow(position);
    if (number !== undefined) go(number);
  }

  /** What a key that goes somewhere does there; null where it is none of the grid's. */
  function goingOf({ shiftKey, ctrlKey, metaKey }: KeyboardEvent) {
    if (ctrlKey || metaKey) return shiftKey ? null : (onMove ?? null);
    return shiftKey && onExtend ? onExtend : onSelect;
  }

  /** The next or the previous packet that belongs to a row's; behind the last one comes none. */
  async function goThroughExchange(row: number, step: 1 | -1): Promise<void> {
    const rows = await view.exchange(row);
    const to = rows[rows.indexOf(row) + step];
    if (to !== undefined && latest.current.selectedRow === row) latest.current.onSelect(to);
  }

  return (event: KeyboardEvent): void => {
    const go = goingOf(event);
    if (event.altKey || go === null) return;
    if (event.key === 'Enter' && selectedRow !== null) {
      event.preventDefault();
      document.querySelector<HTMLElement>(DETAILS_SELECTOR)?.focus();
      return;
    }
    if ((event.key === '[' || event.key === ']') && selectedRow !== null) {
      event.preventDefault();
      void goThroughExchange(selectedRow, event.key === ']' ? 1 : -1);
      return;
    }
    const position = positionForKey(
      event.key,
      awaited.current === null
        ? cursor
        : { ...cursor, selected: awaited.current.position, hidden: false },
    );
    if (position === null) return;
    event.preventDefault();
    goTo(position, go);
  };
}
