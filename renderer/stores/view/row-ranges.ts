import { printFilter } from '../../../shared/filter/print-filter.ts';
import { withTerm } from './filter-terms.ts';

/** Rows of a capture that follow each other, 0 for its first packet, both ends included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** The most pieces that are chosen one by one: a filter that names them has room for no more. */
export const RANGES_MAX = 200;

/** Whether a row is in one of the ranges. */
export function isInRanges(ranges: readonly RowRange[], row: number): boolean {
  return ranges.some(({ first, last }) => first <= row && row <= last);
}

/** The other row of exactly two that are chosen; null where they are more or fewer. */
export function otherOfTwo(ranges: readonly RowRange[], row: number): number | null {
  const rows = ranges.flatMap(({ first, last }) => (first === last ? [first] : [first, last]));
  const count = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return count === 2 && rows.includes(row) ? (rows.find((one) => one !== row) ?? null) : null;
}

/** The ranges without a row that they hold, or with one that they do not, in ascending order. */
export function withToggledRow(ranges: readonly RowRange[], row: number): RowRange[] {
  if (!isInRanges(ranges, row)) return joined([...ranges, { first: row, last: row }]);
  return ranges.flatMap(({ first, last }) => {
    if (row < first || row > last) return [{ first, last }];
    const parts = [
      { first, last: row - 1 },
      { first: row + 1, last },
    ];
    return parts.filter((part) => part.first <= part.last);
  });
}

/** Puts together what touches. */
function joined(ranges: readonly RowRange[]): RowRange[] {
  const whole: RowRange[] = [];
  for (const range of [...ranges].sort((one, other) => one.first - other.first)) {
    const before = whole.at(-1);
    if (before && before.last + 1 >= range.first) {
      whole[whole.length - 1] = {
        first: before.first,
        last: Math.max(before.last, range.last),
      };
    } else whole.push(range);
  }
  return whole;
}

/** The term of a filter that asks for these rows, such as `no:17-42,50`. */
export function rangesTerm(ranges: readonly RowRange[]): string {
  return printFilter({
    kind: 'number',
    key: 'no',
    comparison: '=',
    values: ranges.map(({ first, last }) => ({ low: first + 1, high: last + 1 })),
  });
}

/** A filter that asks for these rows, of those that the filter in force shows. */
export function chosenFilter(inForce: string, ranges: readonly RowRange[]): string {
  return withTerm(inForce, rangesTerm(ranges));
}
