import { type RefObject, useLayoutEffect, useState } from 'react';

/** Characters of room at both ends of a line together, as in the style sheet. */
const PADDING = 2;

/** What a dump has room for. */
export interface DumpSize {
  /** Characters of a line. */
  readonly columns: number;
  /** CSS pixels. */
  readonly viewport: number;
  readonly lineHeight: number;
}

/** Measures a scroller by a character of its own text. */
export function useDumpSize(
  scroller: RefObject<HTMLElement | null>,
  probe: RefObject<HTMLElement | null>,
): DumpSize {
  const [size, setSize] = useState<DumpSize>({ columns: 0, viewport: 0, lineHeight: 18 });
  useLayoutEffect(() => {
    const element = scroller.current;
    const character = probe.current;
    if (!element || !character) return;
    const measure = () => {
      const { width, height } = character.getBoundingClientRect();
      if (width === 0) return;
      const columns = Math.floor(element.clientWidth / width) - PADDING;
      const viewport = element.clientHeight;
      setSize((before) =>
        before.columns === columns && before.viewport === viewport && before.lineHeight === height
          ? before
          : { columns, viewport, lineHeight: height },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // The size of the page's text changes without the size of the pane.
    observer.observe(character);
    measure();
    return () => observer.disconnect();
  }, [scroller, probe]);
  return size;
}
