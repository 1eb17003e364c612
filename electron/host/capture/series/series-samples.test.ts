import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeriesSamples } from './series-samples.ts';

const BIG = 262_144;

function samplesOf(values: readonly number[], limit = BIG, step = 10): SeriesSamples {
  const samples = new SeriesSamples(limit);
  for (const [at, value] of values.entries()) samples.add(at * step, value, at);
  return samples;
}

const valuesOf = (samples: SeriesSamples, from: number, to: number, points = 100) =>
  samples.span(from, to, points).places.map((at) => samples.value(at));

describe('a span of a series', () => {
  it('holds every value in it, and one on either side to draw a line to', () => {
    const samples = samplesOf([1, 2, 3, 4, 5, 6]);
    expect(valuesOf(samples, 10, 30)).toEqual([1, 2, 3, 4, 5]);
    expect(samples.span(10, 30, 100)).toMatchObject({
      count: 3,
      min: 2,
      max: 4,
      average: 3,
      last: 4,
      thinned: 1,
    });
    expect(valuesOf(samples, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)).toHaveLength(6);
  });

  it('may hold none', () => {
    expect(samplesOf([]).span(0, 100, 10)).toMatchObject({ places: [], count: 0, min: null });
    expect(samplesOf([1, 2]).span(100, 200, 10)).toMatchObject({ places: [1], last: null });
  });

  it('has room for so many points, among them the extremes, in order of time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
          minLength: 50,
          maxLength: 900,
        }),
        fc.integer({ min: 8, max: 40 }),
        (values, points) => {
          const samples = samplesOf(values);
          const { places, min, max, average, count } = samples.span(0, 1e9, points);
          const drawn = places.map((at) => samples.value(at));
          expect(places.length).toBeLessThanOrEqual(Math.max(points, 0));
          expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
          expect([min, max]).toEqual([Math.min(...values), Math.max(...values)]);
          expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([min, max]);
          expect(count).toBe(values.length);
          expect(average).toBeCloseTo(
            values.reduce((sum, value) => sum + value, 0) / values.length,
            3,
          );
        },
      ),
    );
  });

  it('shows each value of a quiet hour although a busy second holds most of them', () => {
    const samples = new SeriesSamples(BIG);
    for (let at = 0; at < 10_000; at += 1) samples.add(at * 100, at % 7, at);
    for (let minute = 1; minute <= 60; minute += 1) samples.add(minute * 6e7, 100 + minute, minute);
    const drawn = valuesOf(samples, 0, 4e9, 1_000);
    expect(drawn.filter((value) => value > 100)).toHaveLength(60);
    expect(drawn.length).toBeLessThanOrEqual(1_000);
  });

  it('knows the figures of a long series, drawn by few points', () => {
    const values = Array.from({ length: 100_000 }, (_, at) => (at * 7_919) % 10_007);
    const { places, ...facts } = samplesOf(values).span(0, 1e9, 100);
    expect(places.length).toBeLessThanOrEqual(100);
    expect(facts).toMatchObject({ count: 100_000, min: 0, max: 10_006, last: values.at(-1) });
    expect(facts.average).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / 100_000, 6);
  });

  it('is exact within a long series', () => {
    const samples = samplesOf(Array.from({ length: 100_000 }, (_, at) => Math.sin(at)));
    const { places } = samples.span(500_000, 500_500, 1_000);
    expect(places).toEqual(Array.from({ length: 53 }, (_, at) => 49_999 + at));
  });
});

describe('a series over its limit', () => {
  it('keeps the extremes of every four in the place of the four, and says so', () => {
    const samples = samplesOf([5, 1, 9, 4, 2, 2, 3, 3, 7], 8);
    expect(samples.length).toBe(5);
    expect(samples.thinned).toBe(2);
    expect(valuesOf(samples, 0, 1_000)).toEqual([1, 9, 2, 3, 7]);
    expect(samples.span(0, 1_000, 100)).toMatchObject({ min: 1, max: 9, average: null });
    expect([0, 1].map((at) => [samples.time(at), samples.row(at)])).toEqual([
      [10, 1],
      [20, 2],
    ]);
  });

  it('never grows over it, and keeps least and greatest of all', () => {
    const values = Array.from({ length: 20_000 }, (_, at) => (at * 7_919) % 10_007);
    const samples = samplesOf(values, 1_024);
    expect(samples.length).toBeLessThanOrEqual(1_024);
    expect(samples.span(0, 1e9, 200)).toMatchObject({
      min: Math.min(...values),
      max: Math.max(...values),
    });
  });
});

it('does not go back in time', () => {
  const samples = new SeriesSamples(BIG);
  samples.add(10, 1, 0);
  samples.add(5, 2, 1);
  expect(samples.time(1)).toBe(10);
});
