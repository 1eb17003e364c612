import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  type Geometry,
  lastScrollTop,
  lastTop,
  type Position,
  positionAt,
  scrolledTo,
  tailPosition,
  topShowing,
} from '../../components/scroll-map.ts';
import type { View } from './view.ts';

/** Milliseconds without scrolling after which a compressed scrollbar is brought in line. */
const SCROLL_REST = 150;

export interface RowScroll {
  readonly geometry: Geometry;
  readonly position: Position;
  /** Answers whether the user moved: the place is not to be kept any more. */
  onScroll(): boolean;
  /** Brings a position into sight and ends following: nothing moves under a selected row. */
  showRow(row: number): void;
  /** Puts a position `offset` pixels below the upper edge of the viewport, or in its middle. */
  placeRow(row: number, offset: number | null): void;
}

/** The place, or the last one there is of a view that became shorter. */
const withinReach = (position: Position, geometry: Geometry): Position =>
  position.top > lastTop(geometry) ? tailPosition(geometry) : position;

/** What is scrolled through, in CSS pixels. */
export interface ScrolledRows {
  readonly total: number;
  readonly rowHeight: number;
  /** The header takes that much of the viewport: it scrolls in the element, and sticks. */
  readonly headHeight: number;
}

/** Keeps the place among all rows in step with the element that scrolls. */
export function useRowScroll(
  scroller: RefObject<HTMLElement | null>,
  view: View,
  following: boolean,
  { total, rowHeight, headHeight }: ScrolledRows,
): RowScroll {
  const [viewport, setViewport] = useState(0);
  const [resting, setResting] = useState<Position>({ top: 0, scrollTop: 0 });
  const geometry = { total, viewport, rowHeight };
  const position = following ? tailPosition(geometry) : withinReach(resting, geometry);
  const latest = useRef({ geometry, position });
  const restTimer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Whoever ends following, the rows stay where they are.
  const wasFollowing = useRef(following);
  useLayoutEffect(() => {
    if (wasFollowing.current && !following) setResting(latest.current.position);
    wasFollowing.current = following;
  }, [following]);

  useLayoutEffect(() => {
    latest.current = { geometry, position };
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setViewport(Math.max(0, element.clientHeight - headHeight));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [scroller, headHeight]);

  // An element that was hidden comes back scrolled to its start.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = latest.current.position.scrollTop;
  }, [scroller]);

  // So does one whose rows were away for a while: a view that is opened again, a search that goes on.
  const isWithinReach = resting.top <= lastTop(geometry);
  useLayoutEffect(() => {
    if (!isWithinReach || !scroller.current || latest.current.position.top === 0) return;
    scroller.current.scrollTop = latest.current.position.scrollTop;
  }, [scroller, isWithinReach]);

  const tailScrollTop = lastScrollTop(geometry);
  useLayoutEffect(() => {
    if (following && scroller.current) scroller.current.scrollTop = tailScrollTop;
  }, [scroller, following, tailScrollTop]);

  useEffect(() => () => clearTimeout(restTimer.current), []);

  function moveTo(next: Position): void {
    setResting(next);
    latest.current = { ...latest.current, position: next };
    if (scroller.current) scroller.current.scrollTop = next.scrollTop;
  }

  /** Both scales drift apart while compressed content is scrolled by wheel. */
  function alignAtRest(): void {
    clearTimeout(restTimer.current);
    restTimer.current = setTimeout(() => {
      if (view.store.getState().following) return;
      const now = latest.current;
      const aligned = positionAt(now.position.top, now.geometry);
      if (Math.abs(aligned.scrollTop - now.position.scrollTop) >= 1) moveTo(aligned);
    }, SCROLL_REST);
  }

  function onScroll(): boolean {
    const element = scroller.current;
    const now = latest.current;
    if (!element || Math.abs(element.scrollTop - now.position.scrollTop) < 1) return false;
    const { scrollTop } = element;
    // A viewport that grew makes the browser move a followed tail; the end is still the end.
    if (following && scrollTop >= element.scrollHeight - element.clientHeight - 1) return false;
    const down = scrollTop > now.position.scrollTop;
    const next = scrolledTo(scrollTop, now.position, now.geometry);
    latest.current = { ...now, position: next };
    setResting(next);
    view.follow(down && next.top >= lastTop(now.geometry) - 1);
    alignAtRest();
    return true;
  }

  function placeRow(row: number, offset: number | null): void {
    const { geometry: now } = latest.current;
    const below = offset ?? (now.viewport - now.rowHeight) / 2;
    moveTo(positionAt(row * now.rowHeight - below, now));
  }

  function showRow(row: number): void {
    const now = latest.current;
    view.follow(false);
    const top = topShowing(row, now.position, now.geometry);
    if (top === now.position.top) setResting(now.position);
    else moveTo(positionAt(top, now.geometry));
  }

  return { geometry, position, onScroll, showRow, placeRow };
}
