/** Where the keyboard stands in a grid. */
export interface GridCursor {
  readonly selected: number | null;
  readonly total: number;
  /** The first and the last row that are wholly in sight. */
  readonly firstInSight: number;
  readonly lastInSight: number;
  /** The row of the other half of the selected row's exchange. */
  readonly peer: number | null;
}

/**
 * The row a key selects, as the ARIA grid pattern has it; `[` and `]` go to the peer. null for keys
 * that select nothing.
 */
export function rowForKey(key: string, cursor: GridCursor): number | null {
  const { selected, total, firstInSight, lastInSight, peer } = cursor;
  if (total === 0) return null;
  const page = Math.max(1, lastInSight - firstInSight);
  const within = (row: number) => Math.min(Math.max(0, row), total - 1);
  switch (key) {
    case 'ArrowDown':
      return within(selected === null ? firstInSight : selected + 1);
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
    case '[':
    case ']':
      return peer;
    default:
      return null;
  }
}
