import { expect, test } from 'vitest';
import { thinSpans } from './thin-spans.ts';

const spans = [
  { from: 0, to: 10 },
  { from: 12, to: 20 },
  { from: 40, to: 50 },
];

test('spans too near to be told apart are one', () => {
  expect(thinSpans(spans, { from: 0, to: 100 }, 5)).toEqual([
    { from: 0, to: 20 },
    { from: 40, to: 50 },
  ]);
});

test('those outside of the part that is asked for are left out, those at its edge are not', () => {
  expect(thinSpans(spans, { from: 15, to: 30 }, 1)).toEqual([{ from: 12, to: 20 }]);
});
