import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { PacketRow } from '../../shared/contract/packets.ts';
import type { Point } from '../components/point-menu.tsx';

export interface OpenedMenu<Column extends string = string> {
  readonly row: PacketRow;
  /** The column it was opened on; null for the row as a whole. */
  readonly column: Column | null;
  readonly at: Point;
}

/**
 * The menu of a row, which it selects: opened with the right button or, on the active row, with the
 * keyboard.
 *
 * @param rowAt the packet in a row of the grid, by its index from 0
 * @param columns those that cells may be of
 */
export function useRowMenu<Column extends string>(
  rowAt: (index: number) => PacketRow | undefined,
  onSelect: (row: number) => void,
  columns: readonly Column[],
) {
  const [menu, setMenu] = useState<OpenedMenu<Column> | null>(null);

  /** Opens it for the row and the cell that an element lies in. */
  function open(element: Element | null, at: Point | null): boolean {
    const shown = element?.closest('[data-row]');
    const row = shown && rowAt(Number(shown.getAttribute('aria-rowindex')) - 1);
    if (!shown || !row) return false;
    const cell = element?.closest<HTMLElement>('[data-column]');
    const column = columns.find((name) => name === cell?.dataset.column) ?? null;
    const { left, bottom } = (cell ?? shown).getBoundingClientRect();
    onSelect(row.row);
    setMenu({ row, column, at: at ?? { x: left + (cell ? 0 : 80), y: bottom } });
    return true;
  }

  return {
    menu,
    close: () => setMenu(null),
    onContextMenu(event: MouseEvent): void {
      const { target, clientX: x, clientY: y } = event;
      if (open(target instanceof Element ? target : null, { x, y })) event.preventDefault();
    },
    /** Answers whether the key was the menu's. */
    onKeyDown(event: KeyboardEvent): boolean {
      const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
      if (!isMenuKey) return false;
      const active = event.currentTarget.getAttribute('aria-activedescendant');
      if (open(active === null ? null : document.getElementById(active), null)) {
        event.preventDefault();
        // The menu closes at keys outside of it, and would hear this one already.
        event.stopPropagation();
      }
      return true;
    },
  };
}
