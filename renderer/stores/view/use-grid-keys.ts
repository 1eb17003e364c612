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

/** The keys of the grid: they move the selection, go to the peer of an exchange, and open a row. */
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

  /** The other half of the exchange that the row's answer column names. */
  async function goToPeer(row: number): Promise<void> {
    const packet = await view.packetRow(row);
    const peer = packet?.peer ?? packet?.related ?? null;
    if (peer !== null && latest.current.selectedRow === row) latest.current.onSelect(peer);
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
      void goToPeer(selectedRow);
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
