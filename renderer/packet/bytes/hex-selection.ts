/** A stretch of bytes that is being chosen, by the two bytes at its ends. */
export interface HexSelection {
  /** Where it began. */
  readonly anchor: number;
  /** Where it has come to: the cursor. */
  readonly head: number;
}

/** The bytes of a selection, `end` exclusive. */
export function rangeOf({ anchor, head }: HexSelection): { start: number; end: number } {
  return { start: Math.min(anchor, head), end: Math.max(anchor, head) + 1 };
}

/** What of the dump a step depends on. */
export interface HexGrid {
  /** Bytes there are. */
  readonly size: number;
  readonly perLine: number;
  /** Whole lines in sight. */
  readonly page: number;
}

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Where a key moves the cursor to; null for a key that does not move it. */
function target({ key, ctrlKey, metaKey }: Key, head: number, grid: HexGrid): number | null {
  const { size, perLine, page } = grid;
  const lineStart = head - (head % perLine);
  const whole = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowLeft':
      return head - 1;
    case 'ArrowRight':
      return head + 1;
    case 'ArrowUp':
      return head < perLine ? head : head - perLine;
    case 'ArrowDown':
      return head + perLine < size ? head + perLine : head;
    case 'PageUp':
      return head - Math.min(page, Math.floor(head / perLine)) * perLine;
    case 'PageDown':
      return head + Math.min(page, Math.floor((size - 1 - head) / perLine)) * perLine;
    case 'Home':
      return whole ? 0 : lineStart;
    case 'End':
      return whole ? size - 1 : lineStart + perLine - 1;
    default:
      return null;
  }
}

/**
 * The selection after a key: arrows, Page Up and Down, Home and End (with Ctrl or ⌘ over the whole)
 * move the cursor, with Shift they extend, Ctrl or ⌘+A takes all. Null for any other key.
 */
export function selectionAfter(key: Key, at: HexSelection, grid: HexGrid): HexSelection | null {
  if (grid.size === 0) return null;
  if ((key.ctrlKey || key.metaKey) && key.key.toLowerCase() === 'a')
    return { anchor: 0, head: grid.size - 1 };
  const to = target(key, at.head, grid);
  if (to === null) return null;
  const head = Math.min(grid.size - 1, Math.max(0, to));
  return { anchor: key.shiftKey ? at.anchor : head, head };
}
