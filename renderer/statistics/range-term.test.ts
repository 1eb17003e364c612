import { expect, it } from 'vitest';
import { parseFilter } from '../../shared/filter/parse-filter.ts';
import { printFilter } from '../../shared/filter/print-filter.ts';
import { rangeTerm } from './range-term.ts';

it.each([
  [{ from: 0, to: 19 }, 'size<=19'],
  [{ from: 20, to: 39 }, 'size:20-39'],
  [{ from: 163_840, to: 262_143 }, 'size:163840-262143'],
  [{ from: 262_144, to: null }, 'size>=262144'],
])('the range %o is asked for by %s, which a filter takes as it is written', (range, term) => {
  expect(rangeTerm(range)).toBe(term);
  const parsed = parseFilter(term);
  expect(parsed.ok && printFilter(parsed.filter)).toBe(term);
});
