import { expect, it } from 'vitest';
import type { SeriesPoints } from '../../shared/contract/series.ts';
import { withAverageRate } from './chart-series.ts';

const rate: SeriesPoints = {
  times: [0, 1_000_000],
  values: [4, 6],
  rows: [-1, -1],
  breaks: [],
  unanswered: [],
  count: 2,
  min: 4,
  max: 6,
  average: 5,
  last: 6,
  thinned: 1,
};

it('a rate is nothing in seconds without packets, on average and at least', () => {
  expect(withAverageRate(rate, { from: 0, to: 10_000_000 })).toMatchObject({ min: 0, average: 1 });
  expect(withAverageRate(rate, { from: 0, to: 2_000_000 })).toMatchObject({ min: 4, average: 5 });
});
