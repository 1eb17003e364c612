import type { KeyboardEvent, MouseEvent } from 'react';
import {
  chosenRanges,
  extendSelection,
  selectAll,
  selectPacket,
  toggleSelected,
} from './selection.ts';
import { packetsOf, type View } from './view.ts';

/**
 * Selects rows with the mouse, and several of them with the keys of a list (ARIA grid pattern): Shift
 * from one to another, Ctrl or ⌘ one by one, Ctrl+A all, Escape the selected one alone.
 */
export function useRowSelection(captureId: string, view: View, selectedRow: number | null) {
  /** Pressed, not clicked: under the pointer the rows of a followed tail change many times a second. */
  function onMouseDown(event: MouseEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    const { shiftKey, ctrlKey, metaKey, currentTarget, target } = event;
    if (shiftKey) {
      // The browser would select text from the last click to here, over all rows between.
      event.preventDefault();
      currentTarget.focus();
    }
    const element = target instanceof Element && target.closest('[data-row]');
    if (!element) return;
    const row = Number(element.getAttribute('data-row'));
    if (shiftKey) extendSelection(captureId, row);
    else if (ctrlKey || metaKey) toggleSelected(captureId, row);
    else selectPacket(captureId, row);
  }

  /** Answers whether the key was one that chooses rows. */
  function onKeyDown(event: KeyboardEvent): boolean {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (altKey || shiftKey) return false;
    const isModified = ctrlKey || metaKey;
    if (isModified && key.toLowerCase() === 'a') {
      selectAll(captureId, packetsOf(view.store.getState()));
    } else if (isModified && key === ' ' && selectedRow !== null) {
      toggleSelected(captureId, selectedRow);
    } else if (!isModified && key === 'Escape' && chosenRanges(captureId).length > 0) {
      selectPacket(captureId, selectedRow);
    } else return false;
    event.preventDefault();
    return true;
  }

  return { onMouseDown, onKeyDown };
}
