import { beforeEach, expect, it } from 'vitest';
import {
  type RateInterval,
  type RateUnit,
  rateIntervals,
} from '../../../../shared/contract/series.ts';
import { PacketIndex } from '../packet-index.ts';
import { RateReader } from './rate-reader.ts';

const PUBLISH = 0x30;
const PING = 0xc0;
/** Microseconds; every interval begins here. */
const BEGIN = 1_200_000_000;

let index: PacketIndex;
beforeEach(() => {
  index = new PacketIndex();
});

/** @param at intervals of `interval` after BEGIN */
function packet(at: number, interval: number, header = PUBLISH, size = 2): void {
  index.append(BEGIN + at * interval, 0, size, header, true, false, false, 0, -1, -1, 0);
}

function readerOf(interval: RateInterval, unit: RateUnit = 'packets', header = PUBLISH) {
  const of = header === PUBLISH ? 'publish' : 'ping';
  const reader = new RateReader(index, { kind: 'rate', of, unit, interval });
  return {
    reader,
    takeAll(): void {
      for (; reader.next < index.length; reader.next += 1) reader.take(reader.next);
    },
    /** Points in intervals after BEGIN, with their values and rows. */
    points(from = -1, to = 1_000) {
      const { samples } = reader;
      const { places, ...facts } = reader.span(BEGIN + from * interval, BEGIN + to * interval, 100);
      const at = (place: number) => (samples.time(place) - BEGIN) / interval;
      return { points: places.map((p) => [at(p), samples.value(p), samples.row(p)]), ...facts };
    },
  };
}

it.each(rateIntervals)('counts by %d µs, with values in the middle of each', (interval) => {
  for (const at of [0, 0.5, 10.2, 11.9, 13.1]) packet(at, interval);
  const { takeAll, points } = readerOf(interval);
  takeAll();
  expect(points()).toMatchObject({
    points: [
      [0.5, 2, 0],
      [1.5, 0, -1],
      [9.5, 0, -1],
      [10.5, 1, 2],
      [11.5, 1, 3],
      [12.5, 0, -1],
    ],
    count: 13,
    min: 0,
    max: 2,
    average: 4 / 13,
    last: 0,
  });
});

it('counts the bytes of packets', () => {
  packet(0, 1_000_000, PUBLISH, 120);
  packet(0.9, 1_000_000, PUBLISH, 30);
  packet(1.2, 1_000_000, PING, 2);
  const { takeAll, points } = readerOf(1_000_000, 'bytes');
  takeAll();
  expect(points()).toMatchObject({ points: [[0.5, 150, 0]], count: 1, average: 150 });
});

it('is zero from the beginning of the capture until the first packet that counts', () => {
  packet(0, 100_000, PUBLISH);
  packet(3.5, 100_000, PING);
  packet(4, 100_000, PUBLISH);
  const { takeAll, points } = readerOf(100_000, 'packets', PING);
  takeAll();
  expect(points().points).toEqual([
    [0.5, 0, -1],
    [2.5, 0, -1],
    [3.5, 1, 1],
  ]);
  // Where it is silent there is nothing to draw, but there are figures.
  expect(points(1, 2)).toMatchObject({ count: 1, min: 0, max: 0, average: 0, last: 0 });
});

it('has no value for an interval that goes on, and one once time has passed', () => {
  packet(0.5, 10_000_000);
  const { reader, takeAll, points } = readerOf(10_000_000);
  takeAll();
  expect(reader.settle(BEGIN + 9_999_999)).toBe(false);
  expect(points()).toMatchObject({ points: [], count: 0, average: null });
  expect(reader.settle(BEGIN + 10_000_000)).toBe(true);
  expect(points()).toMatchObject({ points: [[0.5, 1, 0]], count: 1 });
  // The line goes down at once, however long after it is asked about again.
  expect(reader.settle(BEGIN + 500_000_000)).toBe(true);
  expect(reader.settle(BEGIN + 510_000_000)).toBe(false);
  expect(points().points).toEqual([
    [0.5, 1, 0],
    [1.5, 0, -1],
  ]);
});

it('has a value for the last interval of what is over', () => {
  packet(0, 60_000_000);
  const { reader, takeAll, points } = readerOf(60_000_000);
  takeAll();
  expect([
    reader.settle(Number.POSITIVE_INFINITY),
    reader.settle(Number.POSITIVE_INFINITY),
  ]).toEqual([true, false]);
  expect(points()).toMatchObject({ points: [[0.5, 1, 0]], count: 1, min: 1, average: 1, last: 1 });
});

it('has figures of the intervals whose middle lies in a span', () => {
  for (const at of [0, 1.1, 1.2, 3, 4]) packet(at, 1_000_000);
  const { takeAll, points } = readerOf(1_000_000);
  takeAll();
  expect(points(0.6, 3.4)).toMatchObject({ count: 2, min: 0, max: 2, average: 1, last: 0 });
  expect(points(0.4, 3.6)).toMatchObject({ count: 4, min: 0, max: 2, average: 1, last: 1 });
});

it('has no value without packets', () => {
  const { reader, points } = readerOf(1_000_000);
  expect(reader.settle(BEGIN)).toBe(false);
  expect(reader.settle(Number.POSITIVE_INFINITY)).toBe(false);
  expect(points()).toMatchObject({ points: [], count: 0, min: null, average: null, last: null });
});
