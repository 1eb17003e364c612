import { describe, expect, it } from 'vitest';
import type { DensitySlice } from '../../shared/contract/ladder-commands.ts';
import { densityPaths, packetsIn, SLICE_HEIGHT, upStretches } from './density-shapes.ts';
import { aBand, lostCause } from './ladder.test-support.ts';
import { lanesOf } from './lanes.ts';

const lanes = lanesOf(700, 4);
const slice = (sent: number[], received: number[]): DensitySlice => ({
  first: 0,
  sent,
  received,
  problems: 0,
});
const nothing = [0, 0, 0, 0, 0, 0];
const lengths = (d: string) => [...d.matchAll(/h(-?[\d.]+)v/g)].map(([, h]) => Number(h));
const starts = (d: string) =>
  [...d.matchAll(/M([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [+(x ?? 0), +(y ?? 0)]);

describe('the bars of an overview', () => {
  it('begin at the lane of who sent, at the height of their slice, and point to the other', () => {
    const paths = densityPaths(
      [slice(nothing, nothing), slice([0, 4, 0, 0, 0, 0], [0, 0, 4, 0, 0, 0])],
      lanes,
    );
    expect(paths.map(({ family }) => family)).toEqual(['publish', 'acknowledgement']);
    const [sent, received] = paths.map(({ d }) => d);
    expect(starts(sent ?? '')).toEqual([[lanes.device + 3, SLICE_HEIGHT]]);
    expect(starts(received ?? '')).toEqual([[lanes.cloud - 3, SLICE_HEIGHT]]);
    expect(lengths(sent ?? '')[0]).toBeGreaterThan(0);
    expect(lengths(received ?? '')[0]).toBeLessThan(0);
  });

  it('show one packet beside a hundred thousand, and never meet', () => {
    const paths = densityPaths(
      [
        slice([0, 1, 0, 0, 0, 0], nothing),
        slice([0, 100_000, 0, 0, 0, 0], [0, 100_000, 0, 0, 0, 0]),
      ],
      lanes,
    );
    const [one, many, back] = lengths(paths[0]?.d ?? '');
    expect(one).toBe(3);
    expect((many ?? 0) - (back ?? 0)).toBeLessThan(lanes.cloud - lanes.device);
  });

  it('count both ways', () => {
    expect(packetsIn(slice([1, 2, 0, 0, 0, 0], [0, 0, 3, 0, 0, 1]))).toBe(7);
  });
});

it('the connection is up where nothing is known, and down from its loss to the next attempt', () => {
  const waiting = { status: 'waiting', attempt: 2, retryAt: 0, cause: lostCause } as const;
  const connecting = { status: 'connecting', phase: 'dns', attempt: 2 } as const;
  const bands = [aBand(2, { time: 1_200, until: 1_500, states: [waiting, connecting] })];
  expect(upStretches(bands, 1_000, 2_000, 100)).toEqual([
    { top: 0, bottom: 20, up: true },
    { top: 20, bottom: 50, up: false },
    { top: 50, bottom: 100, up: true },
  ]);
  expect(upStretches([], 1_000, 2_000, 100)).toEqual([{ top: 0, bottom: 100, up: true }]);
});
