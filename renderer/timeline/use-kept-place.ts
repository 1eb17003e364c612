import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { RowScroll } from '../stores/view/use-row-scroll.ts';
import type { SelectedPlace } from '../stores/view/use-selected-place.ts';
import type { View } from '../stores/view/view.ts';

/** A row that is kept `offset` pixels below the upper edge; in the middle without one. */
interface Anchor {
  readonly row: number;
  readonly offset: number | null;
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
): () => void {
  const filter = useStore(view.store, (state) => state.filter);
  const arrangement = useStore(view.store, (state) => state.arrangement);
  const searched = useStore(view.store, ({ searching, search }) =>
    searching && search ? search.searched : Number.POSITIVE_INFINITY,
  );
  const anchors = useRef<Anchors>({ selected: null, first: null });
  /** What the anchors were taken from; they hold until the rows have been put in place again. */
  const settled = useRef({ view, filter, arrangement });
  const latest = useRef({ scroll, arrangement });
  latest.current = { scroll, arrangement };

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
    if (searched <= anchor.row) return;
    void view.find(anchor.row).then((found) => {
      if (!found || settled.current.arrangement === latest.current.arrangement) return;
      latest.current.scroll.placeRow(found.position, anchor.offset);
      settle();
    });
  }, [view, filter, arrangement, searched]);

  useEffect(() => {
    if (settled.current.arrangement !== arrangement) return;
    anchors.current = anchorsOf(view, scroll, selectedRow, place, anchors.current);
  });

  return () => {
    settled.current = { view, filter, arrangement };
  };
}

function anchorsOf(
  view: View,
  { geometry, position }: RowScroll,
  selectedRow: number | null,
  place: SelectedPlace | null,
  before: Anchors,
): Anchors {
  const { rowHeight } = geometry;
  const firstInSight = Math.ceil(position.top / rowHeight);
  const number = firstInSight < geometry.total ? view.numberAt(firstInSight) : undefined;
  const first =
    number === undefined
      ? before.first
      : { row: number, offset: firstInSight * rowHeight - position.top };
  if (selectedRow === null) return { selected: null, first };
  const offset = place?.found ? place.position * rowHeight - position.top : -1;
  const inSight = offset >= 0 && offset + rowHeight <= geometry.viewport;
  return { selected: { row: selectedRow, offset: inSight ? offset : null }, first };
}
