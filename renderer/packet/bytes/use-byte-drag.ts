import { type PointerEvent, type SyntheticEvent, useRef } from 'react';
import type { HexSelection } from './hex-selection.ts';

/** The byte that an event is over; null beside the bytes. */
export function offsetAt({ target }: SyntheticEvent): number | null {
  const cell = target instanceof Element ? target.closest('[data-at]') : null;
  return cell instanceof HTMLElement ? Number(cell.dataset.at) : null;
}

/** Selects bytes with the pointer: a press, a press with Shift, a drag. */
export function useByteDrag(
  selection: HexSelection | null,
  onSelect: (selection: HexSelection) => void,
) {
  const anchor = useRef<number | null>(null);
  return {
    onPointerDown(event: PointerEvent) {
      const offset = offsetAt(event);
      if (offset === null || event.button !== 0) return;
      anchor.current = event.shiftKey && selection ? selection.anchor : offset;
      onSelect({ anchor: anchor.current, head: offset });
    },
    onPointerMove(event: PointerEvent) {
      const offset = offsetAt(event);
      if (anchor.current === null || offset === null) return;
      // The button may have been let go outside of the window.
      if ((event.buttons & 1) === 0) anchor.current = null;
      else if (offset !== selection?.head) onSelect({ anchor: anchor.current, head: offset });
    },
    onPointerUp() {
      anchor.current = null;
    },
  };
}
