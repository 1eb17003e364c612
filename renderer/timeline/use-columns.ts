import { useMemo } from 'react';
import { columnsOf } from '../stores/columns.ts';
import { useApp } from '../stores/use-app.ts';
import { type PlacedColumn, placeColumns } from './columns.ts';

/**
 * The columns in their places; kept until a choice or the room changes.
 *
 * @param width of the grid in rem
 * @param digits figures of the highest packet number
 * @param timeWidth rem that a time takes
 */
export function useColumns(
  width: number,
  digits: number,
  timeWidth: number,
): readonly PlacedColumn[] {
  const choices = useApp(({ preferences }) => preferences.columns);
  return useMemo(
    () => placeColumns(columnsOf(choices), { width, digits, timeWidth }),
    [choices, width, digits, timeWidth],
  );
}
