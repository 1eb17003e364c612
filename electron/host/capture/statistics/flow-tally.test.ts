import { expect, it } from 'vitest';
import { FlowTally } from './flow-tally.ts';

it('finds the whole second with the most packets, the first of equals', () => {
  const flow = new FlowTally();
  expect(flow.figures()).toEqual({ packets: 0, bytes: 0, peak: null });
  for (const seconds of [10.9, 11, 11.2, 12.5, 12.9, 13]) flow.add(seconds * 1_000_000, 5);
  expect(flow.figures()).toEqual({
    packets: 6,
    bytes: 30,
    peak: { time: 11_000_000, packets: 2 },
  });
});
