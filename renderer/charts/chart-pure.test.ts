import { describe, expect, it } from 'vitest';
import type { SeriesPoints } from '../../shared/contract/series.ts';
import { chartData } from './chart-data.ts';
import { shareAxes } from './chart-scales.ts';
import { formatPoint, formatTick } from './chart-time.ts';
import { zoomed } from './chart-window.ts';

const points = (
  times: number[],
  values: number[],
  breaks: number[] = [],
  unanswered: number[] = [],
): SeriesPoints => ({
  times,
  values,
  rows: times.map((_, at) => at),
  breaks,
  unanswered,
  count: times.length,
  min: null,
  max: null,
  average: null,
  last: null,
  thinned: 1,
});

describe('series over one axis', () => {
  it('stand at their times, without values where only others have some', () => {
    const { aligned, rows } = chartData([points([1_000, 3_000], [5, 6]), points([2_000], [7])]);
    expect(aligned).toEqual([
      [1, 2, 3],
      [5, undefined, 6],
      [undefined, 7, undefined],
    ]);
    expect(rows).toEqual([
      [0, undefined, 1],
      [undefined, 0, undefined],
    ]);
  });

  it('break where the connection did', () => {
    const { aligned } = chartData([points([1_000, 2_000, 4_000], [5, 6, 7], [2])]);
    expect(aligned).toEqual([
      [1, 2, 3, 4],
      [5, 6, null, 7],
    ]);
  });

  it('break where an answer never came', () => {
    const { aligned } = chartData([
      points([1_000, 2_000, 4_000, 6_000], [5, 6, 7, 8], [], [4_500]),
    ]);
    expect(aligned).toEqual([
      [1, 2, 4, 5, 6],
      [5, 6, 7, null, 8],
    ]);
  });

  it('break from one value to the next, whatever times others have between', () => {
    const { aligned } = chartData([points([1_000, 5_000], [5, 6], [1]), points([2_000], [7])]);
    expect(aligned).toEqual([
      [1, 2, 3, 5],
      [5, null, null, 6],
      [undefined, 7, undefined, undefined],
    ]);
  });

  it('may have no values, all or some of them', () => {
    expect(chartData([points([], []), points([], [])]).aligned).toEqual([[], [], []]);
    expect(chartData([points([], []), points([1_000], [3])])).toEqual({
      aligned: [[1], [], [3]],
      rows: [[], [0]],
    });
  });
});

describe('the axes of several series', () => {
  const extent = (min: number, max: number) => ({ min, max });

  it('are shared by those that can be read on one', () => {
    expect(shareAxes([extent(18, 25), extent(20, 23), extent(15, 30)])).toEqual([0, 0, 0]);
  });

  it('are their own where one would be flat', () => {
    expect(shareAxes([extent(18, 25), extent(990, 1_020), extent(19, 22)])).toEqual([0, 1, 0]);
  });

  it('are so many as there is room for', () => {
    const extents = [extent(0, 1), extent(0, 100), extent(0, 10_000), extent(0, 1_000_000)];
    expect(new Set(shareAxes(extents)).size).toBe(3);
  });

  it('are there for constants and for nothing too', () => {
    expect(shareAxes([null, extent(5, 5), extent(5, 5), extent(0, 4)])).toEqual([0, 0, 0, 0]);
  });
});

it('writes times as exactly as the steps between them need', () => {
  const time = new Date(2026, 10, 22, 9, 5, 3, 7).getTime();
  expect([0.5, 100, 1_000, 60_000, 86_400_000].map((step) => formatTick(time, step))).toEqual([
    '09:05:03.007',
    '09:05:03.007',
    '09:05:03',
    '09:05',
    '11/22',
  ]);
});

it('writes a point as its time, or as the interval it is in the middle of', () => {
  const time = new Date(2026, 10, 22, 9, 5, 30).getTime() * 1_000;
  expect(formatPoint(time + 7_000, 0)).toBe('09:05:30.007');
  expect(formatPoint(time, 60_000_000)).toBe('09:05:00–09:06:00');
  expect(formatPoint(time + 50_000, 100_000)).toBe('09:05:30.000–09:05:30.100');
});

describe('zooming by steps', () => {
  const whole = { from: 0, to: 1_000 };
  it('keeps the time under the cursor in place', () => {
    expect(zoomed(whole, whole, 250, 'in')).toEqual({ from: 125, to: 625 });
    expect(zoomed({ from: 125, to: 625 }, whole, 250, 'out')).toBeNull();
    expect(zoomed({ from: 400, to: 500 }, whole, 450, 'out')).toEqual({ from: 350, to: 550 });
  });
  it('stops where there is nothing narrower to see', () => {
    expect(zoomed({ from: 1, to: 12 }, whole, 5, 'in')).toEqual({ from: 1, to: 12 });
  });
});
