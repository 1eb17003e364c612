import { useLayoutEffect, useRef, useState } from 'react';

/** Height of a line in pixels, as in the style sheet. */
export const LINE_HEIGHT = 24;
/** Lines drawn beyond either edge. */
const OVERSCAN = 6;

/** Which lines of a long list are drawn: those in sight and some around them. */
export function useLinesInSight(total: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(top / LINE_HEIGHT) - OVERSCAN);
  const count = Math.ceil(height / LINE_HEIGHT) + 2 * OVERSCAN;
  return {
    scroller,
    first,
    last: Math.min(total, first + count) - 1,
    /** Lines that fit. */
    page: Math.max(1, Math.floor(height / LINE_HEIGHT) - 2),
    onScroll: () => setTop(scroller.current?.scrollTop ?? 0),
    /** Scrolls no further than needed; the header covers the height of one line. */
    show(line: number): void {
      const element = scroller.current;
      if (!element) return;
      const lineTop = line * LINE_HEIGHT;
      const lowest = lineTop + 2 * LINE_HEIGHT - element.clientHeight;
      element.scrollTop = Math.min(Math.max(element.scrollTop, lowest), lineTop);
    },
  };
}
