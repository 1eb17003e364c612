import { useLayoutEffect, useRef, useState } from 'react';
import { useTextScale } from '../stores/use-text-scale.ts';

/** Height of a line at a text size of 100 %, CSS pixels: 1.5 rem in the style sheet. */
const LINE_HEIGHT = 24;
/** Lines drawn beyond either edge. */
const OVERSCAN = 6;

/** Which lines of a long list are drawn: those in sight and some around them. */
export function useLinesInSight(total: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const lineHeight = LINE_HEIGHT * useTextScale();
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(top / lineHeight) - OVERSCAN);
  const count = Math.ceil(height / lineHeight) + 2 * OVERSCAN;
  return {
    scroller,
    /** CSS pixels. */
    lineHeight,
    first,
    last: Math.min(total, first + count) - 1,
    /** Lines that fit. */
    page: Math.max(1, Math.floor(height / lineHeight) - 2),
    onScroll: () => setTop(scroller.current?.scrollTop ?? 0),
    /** Scrolls no further than needed; the header covers the height of one line. */
    show(line: number): void {
      const element = scroller.current;
      if (!element) return;
      const lineTop = line * lineHeight;
      const lowest = lineTop + 2 * lineHeight - element.clientHeight;
      element.scrollTop = Math.min(Math.max(element.scrollTop, lowest), lineTop);
    },
  };
}
