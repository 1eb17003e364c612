import { describe, expect, it } from 'vitest';
import { TimeTally } from './time-tally.ts';

function tallyOf(times: readonly number[]): TimeTally {
  const tally = new TimeTally();
  for (const time of times) tally.add(time);
  return tally;
}

describe('many times', () => {
  it('have their least, greatest and mean as they are', () => {
    expect(tallyOf([30, 10, 50]).figures()).toMatchObject({ min: 10, mean: 30, max: 50 });
    expect(tallyOf([]).figures()).toBeNull();
  });

  it.each([100, 12_345, 600_000_000])(
    'have their 95th percentile within three per cent, around %d µs',
    (unit) => {
      const times = Array.from({ length: 1_000 }, (_, at) => unit + at * unit);
      const exact = times[949] ?? 0;
      const p95 = tallyOf(times).figures()?.p95 ?? 0;
      expect(Math.abs(p95 - exact) / exact).toBeLessThan(0.03);
    },
  );

  it('have no percentile beyond what there was', () => {
    expect(tallyOf([1_000_003]).figures()?.p95).toBe(1_000_003);
    expect(tallyOf([0, 0]).figures()?.p95).toBe(0);
    expect(tallyOf([1e15, 1e15]).figures()?.p95).toBe(1e15);
  });
});
