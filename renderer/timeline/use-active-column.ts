import { type KeyboardEvent, useState } from 'react';
import type { ColumnName } from '../stores/columns.ts';
import type { PlacedColumn } from './columns.ts';

/**
 * The cell of the selected row that the keyboard is on (ARIA grid pattern): the arrows to the sides
 * go through the cells, and left of the first is the row as a whole (null).
 */
export function useActiveColumn(columns: readonly PlacedColumn[]) {
  const [name, setName] = useState<ColumnName | null>(null);
  const at = columns.findIndex((column) => column.name === name);
  return {
    activeColumn: columns[at]?.name ?? null,
    /** Answers whether the key was for the cells. */
    onKeyDown(event: KeyboardEvent): boolean {
      const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!isPlain || step === undefined) return false;
      event.preventDefault();
      const to = Math.min(at + step, columns.length - 1);
      setName(to < 0 ? null : (columns[to]?.name ?? null));
      return true;
    },
  };
}
