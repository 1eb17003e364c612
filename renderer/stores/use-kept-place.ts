import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { RowScroll } from './view/use-row-scroll.ts';
import type { SelectedPlace } from './view/use-selected-place.ts';
import type { View } from './view/view.ts';

/** A row that is kept `offset` pixels below the upper edge; in the middle without one. */
interface Anchor {
  readonly row: number;
  readonly offset: number | null;
}

/** The lines that a grid scrolls through, where others stand between the rows of its view. */
export interface RowLines {
  /** The view's arrangement that they stand for. */
  readonly arrangement: number;
  /** The line of a row, by its position in the view. */
  itemOf(position: number): number;
  /** The row in a line, or the next one behind it. */
  positionAt(item: number): number;
}

/** What can be held on to when rows move: the selected row, and the first one in sight. */
interface Anchors {
  readonly selected: Anchor | null;
  readonly first: Anchor | null;
}

/**
 * Keeps the user's place when rows move: under another filter the selected row stays where it is (or
 * comes into sight), without one the first row in sight does; so too when rows come in or go out
 * above. Answers with what ends that, to be called when the user scrolls.
 */
export function useKeptPlace(
  view: View,
  scroll: RowScroll,
  selectedRow: number | null,
  place: SelectedPlace | null,
  lines: RowLines | null = null,
): () => void {
  const filter = useStore(view.store, (state) => state.filter);
  const arrangement = useStore(view.store, (state) => state.arrangement);
  const searched = useStore(view.store, ({ searching, search }) =>
    searching && search ? search.searched : Number.POSITIVE_INFINITY,
  );
  const anchors = useRef<Anchors>({ selected: null, first: null });
  /** What the anchors were taken from; they hold until the rows have been put in place again. */
  const settled = useRef({ view, filter, arrangement });
  const latest = useRef({ scroll, arrangement, lines });
  latest.current = { scroll, arrangement, lines };
  const areLinesReady = lines === null || lines.arrangement === arrangement;

  useEffect(() => {
    const before = settled.current;
    const settle = () => {
      settled.current = { view, filter, arrangement };
    };
    if (before.view !== view || view.store.getState().following) return settle();
    if (before.arrangement === arrangement) return;
    const { selected, first } = anchors.current;
    const inSight = selected?.offset !== null ? selected : null;
    const anchor = (before.filter === filter ? inSight : selected) ?? first;
    if (anchor === null) return settle();
    if (searched <= anchor.row || !areLinesReady) return;
    void view.find(anchor.row).then((found) => {
      if (!found || settled.current.arrangement === latest.current.arrangement) return;
      const { scroll: to, lines: between } = latest.current;
      to.placeRow(between?.itemOf(found.position) ?? found.position, anchor.offset);
      settle();
    });
  }, [view, filter, arrangement, searched, areLinesReady]);

  useEffect(() => {
    if (settled.current.arrangement !== arrangement) return;
    anchors.current = anchorsOf({ view, scroll, selectedRow, place, lines }, anchors.current);
  });

  return () => {
    settled.current = { view, filter, arrangement };
  };
}

interface Sight {
  readonly view: View;
  readonly scroll: RowScroll;
  readonly selectedRow: number | null;
  readonly place: SelectedPlace | null;
  readonly lines: RowLines | null;
}

function anchorsOf({ view, scroll, selectedRow, place, lines }: Sight, before: Anchors): Anchors {
  const { geometry, position } = scroll;
  const { rowHeight } = geometry;
  const firstLine = Math.ceil(position.top / rowHeight);
  const firstInSight = lines?.positionAt(firstLine) ?? firstLine;
  const offsetOf = (row: number) => (lines?.itemOf(row) ?? row) * rowHeight - position.top;
  const number = firstLine < geometry.total ? view.numberAt(firstInSight) : undefined;
  const first =
    number === undefined ? before.first : { row: number, offset: offsetOf(firstInSight) };
  if (selectedRow === null) return { selected: null, first };
  const offset = place?.found ? offsetOf(place.position) : -1;
  const inSight = offset >= 0 && offset + rowHeight <= geometry.viewport;
  return { selected: { row: selectedRow, offset: inSight ? offset : null }, first };
}
