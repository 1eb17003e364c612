import { ROWS_MAX } from '../../shared/contract/commands.ts';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { positionsOf } from '../stores/view/chosen-positions.ts';
import type { RowRange } from '../stores/view/row-ranges.ts';
import type { View } from '../stores/view/view.ts';

export interface ChosenRow {
  readonly row: PacketRow;
  /** Time of the row above it in the view, microseconds since the epoch; undefined for the first. */
  readonly timeBefore: number | undefined;
}

/**
 * The chosen rows that a view shows.
 *
 * @returns 'tooMany' for more than `max`, null if the view changed meanwhile
 */
export async function chosenRows(
  view: View,
  ranges: readonly RowRange[],
  max: number,
): Promise<readonly ChosenRow[] | 'tooMany' | null> {
  const pieces = await positionsOf(view, ranges);
  if (pieces === null) return null;
  const count = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  if (count > max) return 'tooMany';
  const chosen: ChosenRow[] = [];
  for (const { start, end } of pieces) {
    let before = start > 0 ? (await view.read(start - 1, 1))?.[0] : undefined;
    for (let at = start; at < end; at += ROWS_MAX) {
      const rows = await view.read(at, Math.min(ROWS_MAX, end - at));
      if (rows === null) return null;
      for (const row of rows) {
        chosen.push({ row, timeBefore: before?.time });
        before = row;
      }
    }
  }
  return chosen;
}
