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
  showRow(position: number): void;
}

/** The keys of the grid: they move the selection, go through the packets of an exchange, and open a row. */
export function useGridKeys({ view, selectedRow, cursor, onSelect, showRow }: Keys) {
  const revision = useStore(view.store, (state) => state.revision);
  /** A position that was gone to before its row had come: it is selected as soon as it has. */
  const awaited = useRef<number | null>(null);
  const latest = useRef({ selectedRow, onSelect });
  latest.current = { selectedRow, onSelect };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision may hold the row
  useEffect(() => {
    const number = awaited.current === null ? undefined : view.numberAt(awaited.current);
    if (number === undefined) return;
    awaited.current = null;
    latest.current.onSelect(number);
  }, [view, revision]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected since counts more
  useEffect(() => {
    awaited.current = null;
  }, [view, selectedRow]);

  function goTo(position: number): void {
    const number = view.numberAt(position);
    awaited.current = number === undefined ? position : null;
    if (number === undefined || number === selectedRow) showRow(position);
    else onSelect(number);
  }

  /** The next or the previous packet that belongs to a row's; behind the last one comes none. */
  async function goThroughExchange(row: number, step: 1 | -1): Promise<void> {
    const rows = await view.exchange(row);
    const to = rows[rows.indexOf(row) + step];
    if (to !== undefined && latest.current.selectedRow === row) latest.current.onSelect(to);
  }

  return (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
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
      awaited.current === null ? cursor : { ...cursor, selected: awaited.current, hidden: false },
    );
    if (position === null) return;
    event.preventDefault();
    goTo(position);
  };
}
