import { ROWS_MAX } from '../../shared/contract/commands.ts';
import type { PacketRow } from '../../shared/contract/packets.ts';
import type { CellValues, RowValues } from '../stores/view/cell-values.ts';
import { positionsOf } from '../stores/view/chosen-positions.ts';
import type { RowRange } from '../stores/view/row-ranges.ts';
import type { View } from '../stores/view/view.ts';

/** The most rows that are copied as text: a clipboard is no file, and exports have no limit. */
export const COPIED_ROWS_MAX = 5000;

/**
 * The chosen rows that a view shows, one line each.
 *
 * @param write a row, with the time of the row above it in the view where there is one, and what its
 *   payload has in columns of their own
 * @returns 'tooMany' for more than COPIED_ROWS_MAX, null if the view changed meanwhile
 */
export async function chosenText(
  view: View,
  values: Pick<CellValues, 'read'>,
  ranges: readonly RowRange[],
  write: (row: PacketRow, timeBefore: number | undefined, values: RowValues | undefined) => string,
): Promise<string | 'tooMany' | null> {
  const pieces = await positionsOf(view, ranges);
  if (pieces === null) return null;
  const count = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  if (count > COPIED_ROWS_MAX) return 'tooMany';
  const lines: string[] = [];
  for (const { start, end } of pieces) {
    let before = start > 0 ? (await view.read(start - 1, 1))?.[0] : undefined;
    for (let at = start; at < end; at += ROWS_MAX) {
      const rows = await view.read(at, Math.min(ROWS_MAX, end - at));
      if (rows === null) return null;
      const valuesOf = await values.read(rows);
      for (const [place, row] of rows.entries()) {
        lines.push(write(row, before?.time, valuesOf[place]));
        before = row;
      }
    }
  }
  return lines.join('\n');
}
