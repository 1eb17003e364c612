import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export interface GridMeasures {
  /** Height of every row, and of the header, in CSS pixels. */
  readonly rowHeight: number;
  /** Inner width of the grid, in rem. */
  readonly width: number;
}

/** Measures a grid again whenever its size, the size of text or the density of rows changes. */
export function useGridMeasures(
  grid: RefObject<HTMLElement | null>,
  header: RefObject<HTMLElement | null>,
): GridMeasures {
  const [measures, setMeasures] = useState<GridMeasures>({ rowHeight: 24, width: 0 });
  const isMeasured = useRef(false);
  useLayoutEffect(() => {
    const measure = () => {
      if (!grid.current || !header.current) return;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const rowHeight = header.current.offsetHeight;
      const width = grid.current.clientWidth / rem;
      setMeasures((before) =>
        before.rowHeight === rowHeight && before.width === width ? before : { rowHeight, width },
      );
    };
    const observer = new ResizeObserver(measure);
    for (const { current } of [grid, header]) if (current) observer.observe(current);
    // Once it was measured, the observer tells in time: to ask here lays out all that came back with it.
    if (!isMeasured.current) measure();
    isMeasured.current = true;
    return () => observer.disconnect();
  }, [grid, header]);
  return measures;
}
