/** Where the keyboard stands in a grid, in positions of its view. */
export interface GridCursor {
  readonly selected: number | null;
  /** The selected row is not shown: at its position stands the next one. */
  readonly hidden: boolean;
  readonly total: number;
  /** The first and the last row that are wholly in sight. */
  readonly firstInSight: number;
  readonly lastInSight: number;
}

/** The position a key selects, as the ARIA grid pattern has it; null for keys that select nothing. */
export function positionForKey(key: string, cursor: GridCursor): number | null {
  const { selected, hidden, total, firstInSight, lastInSight } = cursor;
  if (total === 0) return null;
  const page = Math.max(1, lastInSight - firstInSight);
  const within = (row: number) => Math.min(Math.max(0, row), total - 1);
  switch (key) {
    case 'ArrowDown':
      return within(selected === null ? firstInSight : selected + (hidden ? 0 : 1));
    case 'ArrowUp':
      return within(selected === null ? lastInSight : selected - 1);
    case 'PageDown':
      return within((selected ?? firstInSight) + page);
    case 'PageUp':
      return within((selected ?? lastInSight) - page);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
