import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { PacketRow } from '../../shared/contract/packets.ts';
import type { Point } from './row-menu.tsx';

interface OpenedMenu {
  readonly row: PacketRow;
  readonly at: Point;
}

/** The menu of a row, which it selects: opened with the right button or, on the active row, with the keyboard. */
export function useRowMenu(
  rowAt: (position: number) => PacketRow | undefined,
  onSelect: (row: number) => void,
) {
  const [menu, setMenu] = useState<OpenedMenu | null>(null);

  function open(element: Element | null, at: Point | null): boolean {
    const row = element && rowAt(Number(element.getAttribute('aria-rowindex')) - 1);
    if (!row) return false;
    const { left, bottom } = element.getBoundingClientRect();
    onSelect(row.row);
    setMenu({ row, at: at ?? { x: left + 80, y: bottom } });
    return true;
  }

  return {
    menu,
    close: () => setMenu(null),
    onContextMenu(event: MouseEvent): void {
      const { target, clientX: x, clientY: y } = event;
      const element = target instanceof Element ? target.closest('[data-row]') : null;
      if (open(element, { x, y })) event.preventDefault();
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
