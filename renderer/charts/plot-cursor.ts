import type uPlot from 'uplot';

/** What lies under the cursor. */
export interface PlotCursor {
  /** Milliseconds since the epoch: of the nearest point that is read, else of the pointer. */
  readonly time: number;
  /** The time nearest to it, as a place in the data. */
  readonly at: number;
  /** The point of each line that is read, as a place in the data. */
  readonly places: readonly (number | null | undefined)[];
}

/**
 * Tells what lies under the cursor, and draws its line there: the plot's own stands where the pointer
 * is, which may be some way from the point that is read.
 */
export function cursorPlugin(onCursor: (cursor: PlotCursor | null) => void): uPlot.Plugin {
  const line = document.createElement('div');
  line.className = 'u-cursor-x';
  line.hidden = true;
  return {
    opts: (_plot, opts) => ({ ...opts, cursor: { ...opts.cursor, x: false, y: false } }),
    hooks: {
      ready: (plot) => plot.over.append(line),
      setCursor: (plot) => {
        const cursor = cursorOf(plot);
        const { min, max } = plot.scales.x ?? {};
        const part =
          cursor === null || min == null || max == null ? -1 : (cursor.time - min) / (max - min);
        // The nearest point may lie out of sight.
        line.hidden = part < 0 || part > 1;
        line.style.left = `${100 * part}%`;
        onCursor(cursor);
      },
    },
  };
}

/** What is read at the pointer; null where that is elsewhere. */
function cursorOf(plot: uPlot): PlotCursor | null {
  const { left = -1, idx, idxs } = plot.cursor;
  if (left < 0 || idx == null) return null;
  const places = (idxs ?? []).map((place, at) => (plot.series[at]?.show ? place : null)).slice(1);
  const pointed = plot.posToVal(left, 'x');
  const times = plot.data[0];
  const away = (place: number) => Math.abs((times[place] ?? pointed) - pointed);
  let nearest: number | null = null;
  for (const place of places) {
    if (place != null && (nearest === null || away(place) < away(nearest))) nearest = place;
  }
  const time = nearest === null ? pointed : (times[nearest] ?? pointed);
  return { time, at: nearest ?? idx, places };
}
