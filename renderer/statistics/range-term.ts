import type { LengthFigures } from '../../shared/contract/statistics.ts';

/** The filter term of the packets whose sizes are in a range. */
export function rangeTerm({ from, to }: Pick<LengthFigures, 'from' | 'to'>): string {
  if (to === null) return `size>=${from}`;
  return from === 0 ? `size<=${to}` : `size:${from}-${to}`;
}
