import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../shared/filter/parse-filter.ts';
import { chosenFilter, isInRanges, otherOfTwo, withToggledRow } from './row-ranges.ts';

/** The ranges after these rows were toggled one after another. */
const toggled = (...rows: readonly number[]) =>
  rows.reduce(withToggledRow, [] as ReturnType<typeof withToggledRow>);

describe('rows chosen one by one', () => {
  it('become one range where they touch, in whichever order they come', () => {
    expect(toggled(4, 2, 3)).toEqual([{ first: 2, last: 4 }]);
  });

  it('stay apart where they do not touch, in ascending order', () => {
    expect(toggled(9, 2)).toEqual([
      { first: 2, last: 2 },
      { first: 9, last: 9 },
    ]);
  });

  it('are taken out again, which may part a range', () => {
    expect(toggled(1, 2, 3, 2)).toEqual([
      { first: 1, last: 1 },
      { first: 3, last: 3 },
    ]);
    expect(toggled(1, 1)).toEqual([]);
  });

  it('are asked for by a filter that counts from 1', () => {
    const rows = toggled(16, 17, 18, 49);
    expect(chosenFilter('', rows)).toBe('no:17-19,50');
    expect(chosenFilter('a OR b', rows)).toBe('(a OR b) no:17-19,50');
    expect(parseFilter(chosenFilter('', rows)).ok).toBe(true);
  });

  it('are known by both ends', () => {
    const ranges = [{ first: 2, last: 4 }];
    expect([1, 2, 4, 5].map((row) => isInRanges(ranges, row))).toEqual([false, true, true, false]);
  });
});

describe('two chosen rows', () => {
  it('have each other, side by side or apart', () => {
    expect(otherOfTwo(toggled(3, 4), 3)).toBe(4);
    expect(otherOfTwo(toggled(3, 9), 9)).toBe(3);
  });

  it('are neither more nor fewer, and the one that is asked for is among them', () => {
    expect(otherOfTwo(toggled(3), 3)).toBeNull();
    expect(otherOfTwo(toggled(3, 4, 5), 3)).toBeNull();
    expect(otherOfTwo(toggled(3, 9), 5)).toBeNull();
    expect(otherOfTwo([], 5)).toBeNull();
  });
});
