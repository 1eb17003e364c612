import { useMemo } from 'react';
import { useStore } from 'zustand';
import { door } from '../../bridge.ts';
import { type ColumnName, isJsonColumn, type JsonColumnName } from '../columns.ts';
import { type CellValues, createCellValues } from './cell-values.ts';

/** The values that the columns with JSON values have in a capture; kept until these columns change. */
export function useCellValues(
  captureId: string,
  columns: readonly { readonly name: ColumnName }[],
): CellValues {
  const names = columns.map(({ name }) => name).filter(isJsonColumn);
  // Their order and their widths do not count.
  const key = JSON.stringify(names.sort());
  const values = useMemo(
    () => createCellValues(door, captureId, JSON.parse(key) as JsonColumnName[]),
    [captureId, key],
  );
  useStore(values.store);
  return values;
}
