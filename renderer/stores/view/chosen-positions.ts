import { ROWS_MAX } from '../../../shared/contract/commands.ts';
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

/** The numbers of the first of the rows that a view shows; null if it changed before they were known. */
export async function chosenNumbers(
  view: View,
  ranges: readonly RowRange[],
  limit: number,
): Promise<number[] | null> {
  const numbers: number[] = [];
  for (const { start, end } of (await positionsOf(view, ranges)) ?? []) {
    for (let at = start; at < end && numbers.length < limit; at += ROWS_MAX) {
      const rows = await view.read(at, Math.min(ROWS_MAX, end - at, limit - numbers.length));
      if (rows === null) return null;
      numbers.push(...rows.map(({ row }) => row));
    }
  }
  return numbers;
}
