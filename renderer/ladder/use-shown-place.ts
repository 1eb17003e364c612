import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RowScroll } from '../stores/view/use-row-scroll.ts';
import type { SelectedPlace } from '../stores/view/use-selected-place.ts';
import type { LadderItems } from './items.ts';
import { targetShown, zoomStore } from './zoom.ts';

interface Shown {
  readonly items: LadderItems;
  readonly scroll: RowScroll;
  readonly following: boolean;
  readonly selectedRow: number | null;
  readonly place: SelectedPlace | null;
}

/**
 * Brings into sight what shall be: a packet when it is selected, the moment that was chosen in the
 * overview, and, at another height of the lines, the packet that was there before.
 */
export function useShownPlace(shownNow: Shown): void {
  const { items, scroll, following, selectedRow, place } = shownNow;
  const { rowHeight } = scroll.geometry;
  const latest = useRef({ items, scroll });
  /** Where the place was before the height changed, in lines. */
  const before = useRef({ rowHeight, line: 0, offset: 0 });

  useLayoutEffect(() => {
    const { geometry, position } = scroll;
    if (before.current.rowHeight !== rowHeight) {
      const { line, offset } = before.current;
      before.current = { rowHeight, line, offset };
      if (!following) scroll.placeRow(line, offset);
      return;
    }
    const selected = place?.found ? items.itemOf(place.position) : null;
    const top = selected === null ? 0 : selected * rowHeight - position.top;
    const inSight = selected !== null && top >= 0 && top + rowHeight <= geometry.viewport;
    const line = inSight ? selected : Math.ceil(position.top / rowHeight);
    before.current = { rowHeight, line, offset: line * rowHeight - position.top };
  });

  useLayoutEffect(() => {
    latest.current = { items, scroll };
  });

  const shown = useRef<number | null>(null);
  useEffect(() => {
    if (selectedRow === null) shown.current = null;
    if (place === null || shown.current === selectedRow) return;
    shown.current = selectedRow;
    const { items: now, scroll: to } = latest.current;
    if (place.found && zoomStore.getState().target === null) to.showRow(now.itemOf(place.position));
  }, [selectedRow, place]);

  const { viewport } = scroll.geometry;
  useEffect(() => {
    const { target } = zoomStore.getState();
    if (target === null || viewport === 0) return;
    const { items: now, scroll: to } = latest.current;
    // Ends following before the place is taken.
    to.showRow(now.itemOf(target));
    to.placeRow(now.itemOf(target), rowHeight);
    targetShown();
  }, [viewport, rowHeight]);
}
