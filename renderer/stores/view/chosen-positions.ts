import type { RowRange } from './row-ranges.ts';
import type { View } from './view.ts';

/** Positions of a view that follow each other, `end` exclusive. */
export interface Positions {
  readonly start: number;
  readonly end: number;
}

/**
 * Where those of the rows stand that a view shows, one piece for each range that it shows anything of;
 * null if the view changed before that was known.
 */
export async function positionsOf(
  view: View,
  ranges: readonly RowRange[],
): Promise<Positions[] | null> {
  const pieces: Positions[] = [];
  for (const { first, last } of ranges) {
    const [start, end] = await Promise.all([view.find(first), view.find(last + 1)]);
    if (start === null || end === null) return null;
    if (start.position < end.position) pieces.push({ start: start.position, end: end.position });
  }
  return pieces;
}
