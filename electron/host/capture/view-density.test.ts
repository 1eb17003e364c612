import { afterEach, beforeEach, expect, test } from 'vitest';
import { densityFamilies } from '../../../shared/contract/ladder-commands.ts';
import type { Capture } from './capture.ts';
import { puback, publish, record, type ViewsBench, viewsBench, wire } from './view-test-support.ts';

let bench: ViewsBench;
let capture: Capture;
let connection: number;
beforeEach(async () => {
  bench = await viewsBench();
  ({ capture, connection } = await bench.started());
});
afterEach(() => bench.end());

const family = (name: (typeof densityFamilies)[number]) => densityFamilies.indexOf(name);
const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

async function densityOf(filter: string, slices: number) {
  const { viewId } = await bench.open(capture, filter);
  await bench.until(() => bench.views.rows({ viewId, start: 0, count: 1 }).rows.length > 0);
  return bench.views.density({ viewId, slices });
}

test('a density counts packets by family and direction, and the problems among them', async () => {
  record(capture, connection, true, [publish('a', '1', 1), publish('a', '2', 2)]);
  record(capture, connection, false, [
    puback(1),
    { cmd: 'suback', messageId: 9, granted: [128] },
    publish('b', '3'),
  ]);
  await capture.finish();
  const { slices } = await densityOf('', 1);
  const [slice] = slices;
  expect(slice?.sent[family('connection')]).toBe(1);
  expect(slice?.sent[family('publish')]).toBe(2);
  expect(slice?.received[family('acknowledgement')]).toBe(1);
  expect(slice?.received[family('publish')]).toBe(1);
  expect(slice?.received[family('broken')]).toBe(1);
  // CONNECT and the second PUBLISH were not answered, the filter was refused.
  expect(slice?.problems).toBe(3);
});

test('its slices hold every packet once, from the first to the last, with where they begin', async () => {
  for (let turn = 0; turn < 40; turn += 1) {
    const many = Buffer.concat(Array.from({ length: 50 }, () => wire(publish('a', 'x'))));
    capture.record(connection, true, many);
  }
  const { from, to, slices } = await densityOf('', 7);
  const { index } = capture.log;
  expect(from).toBe(index.time(0));
  expect(to).toBe(index.time(2000) + 1);
  expect(slices.reduce((total, { sent }) => total + sum(sent), 0)).toBe(2001);
  let before = 0;
  for (const [number, { first, sent }] of slices.entries()) {
    expect(first).toBe(before);
    const begin = from + ((to - from) * number) / 7;
    if (first > 0) expect(index.time(first - 1)).toBeLessThan(begin);
    if (first < 2001) expect(index.time(first)).toBeGreaterThanOrEqual(begin);
    before += sum(sent);
  }
});

test('what comes later, and what changes, is counted the next time', async () => {
  const { viewId } = await bench.open(capture, '');
  capture.record(connection, true, Buffer.concat(ids(600).map((id) => wire(publish('a', '', id)))));
  expect(await problems(viewId)).toBe(0);
  capture.closeConnection(connection);
  capture.openConnection();
  await bench.until(() => bench.last(viewId)?.changed === 0);
  expect(await problems(viewId)).toBe(601);
});

test('with a filter only what it shows is counted, and nothing of a view without rows', async () => {
  record(capture, connection, true, [publish('a', '1'), publish('b', '2')]);
  const { slices } = await densityOf('topic:a', 3);
  expect(slices.reduce((total, { sent }) => total + sum(sent), 0)).toBe(1);
  const { viewId } = await bench.open(capture, 'topic:c');
  expect(await bench.views.density({ viewId, slices: 3 })).toEqual({ from: 0, to: 0, slices: [] });
});

const ids = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

async function problems(viewId: string): Promise<number> {
  const { slices } = await bench.views.density({ viewId, slices: 5 });
  return slices.reduce((total, slice) => total + slice.problems, 0);
}

test('problems are counted by where they stand in the view, in fewer parts where there are few rows', async () => {
  record(capture, connection, true, [publish('a', '1'), publish('b', '2', 2), publish('a', '3')]);
  record(capture, connection, false, [{ cmd: 'suback', messageId: 9, granted: [128] }]);
  await capture.finish();
  const { viewId } = await bench.open(capture, '');
  const marks = await bench.views.marks({ viewId, parts: 100, rows: [4, 1] });
  // CONNECT and the PUBLISH to b were not answered, the filter was refused.
  expect(marks).toEqual({
    total: 5,
    broken: [0, 0, 0, 0, 1],
    unanswered: [1, 0, 1, 0, 0],
    places: [4, 1],
    bookmarks: [],
  });
  expect(await bench.views.marks({ viewId, parts: 2, rows: [] })).toMatchObject({
    broken: [0, 1],
    unanswered: [1, 1],
  });

  const filtered = await bench.open(capture, 'topic:b');
  await bench.until(
    () => bench.views.rows({ viewId: filtered.viewId, start: 0, count: 1 }).total > 0,
  );
  await capture.describe({
    ...capture.about,
    bookmarks: [
      { row: 0, note: '' },
      { row: 2, note: '' },
    ],
  });
  expect(await bench.views.marks({ viewId: filtered.viewId, parts: 9, rows: [1, 2] })).toEqual({
    total: 1,
    broken: [0],
    unanswered: [1],
    places: [null, 0],
    bookmarks: [0],
  });
});
