import { expect, it } from 'vitest';
import { rateOf, spanText } from './figures.ts';

it('writes spans up to a minute with a unit, longer ones as a clock', () => {
  expect([850, 21_000, 59_990_000, 751_000_000].map(spanText)).toEqual([
    '850 µs',
    '21 ms',
    '59.99 s',
    '00:12:31',
  ]);
});

it('has no rate within less than a second', () => {
  expect(rateOf(10, 999_999)).toBeNull();
  expect(rateOf(10, 4_000_000)).toBe(2.5);
});
