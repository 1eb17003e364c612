import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compileFilter } from '../../../shared/filter/compile-filter.ts';
import { parseFilter } from '../../../shared/filter/parse-filter.ts';
import { decodePacket } from '../../../shared/mqtt/decode-packet.ts';
import { type Capture, PACKETS_FILE } from './capture.ts';
import { captureColumns } from './filter-columns.ts';
import {
  connect,
  puback,
  publish,
  record,
  type ViewsBench,
  viewsBench,
  wire,
} from './view-test-support.ts';

let bench: ViewsBench;

beforeEach(async () => {
  bench = await viewsBench();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await bench.end();
});

/** A capture that was connected. */
async function started(version: 4 | 5 = 4): Promise<{ capture: Capture; connection: number }> {
  const capture = await bench.record();
  const connection = capture.openConnection();
  capture.record(connection, true, wire(connect(version), version));
  return { capture, connection };
}

const open = async (capture: Capture, filter: string, replaces?: string) =>
  bench.views.open({
    captureId: capture.id,
    filter,
    zoneOffset: 0,
    ...(replaces !== undefined && { replaces }),
  });

const last = (viewId: string) => bench.told.findLast((grew) => grew.viewId === viewId);

const done = (viewId: string, packets: number) => {
  const search = last(viewId)?.search;
  return search?.searched === packets && search.packets === packets;
};

/** Opens a view and waits until every packet of the finished search was looked at. */
async function found(capture: Capture, filter: string): Promise<number[]> {
  const { viewId, search } = await open(capture, filter);
  const packets = capture.log.index.length;
  if (search?.searched !== packets) await bench.until(() => done(viewId, packets));
  return bench.rowsOf(viewId);
}

/** What a filter finds when every packet is decoded and tested on its own. */
async function foundOneByOne(capture: Capture, text: string): Promise<number[]> {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(text);
  const filter = compileFilter(parsed.filter, { zoneOffset: 0 });
  const columns = captureColumns(capture);
  const rows: number[] = [];
  for (let row = 0; row < capture.log.index.length; row += 1) {
    const bytes = await capture.log.read(row, capture.log.index.size(row));
    const level = capture.log.level(row) === 5 ? 5 : 4;
    const payload = decodePacket(bytes, { level }).payload ?? { start: 0, end: 0 };
    if (filter.matchesPayload(columns, row, bytes.subarray(payload.start, payload.end))) {
      rows.push(row);
    }
  }
  return rows;
}

describe('a view with a filter', () => {
  it('holds the rows that match when it is opened', async () => {
    const { capture, connection } = await started();
    record(capture, connection, true, [
      publish('a/b', '1'),
      publish('c', '2'),
      publish('a/d', '3'),
    ]);
    const view = await open(capture, 'topic:a/+');
    expect(view).toMatchObject({ total: 2, search: { searched: 4, packets: 4, error: null } });
    expect(bench.rowsOf(view.viewId)).toEqual([1, 3]);
  });

  it('grows with live packets, and tells the tail to whom follows', async () => {
    const { capture, connection } = await started();
    const { viewId } = await open(capture, 'topic:a');
    bench.views.follow({ viewId, rows: 2 });
    const packets = ['a', 'b', 'a', 'a', 'b'].map((topic) => publish(topic, ''));
    record(capture, connection, true, packets);
    await bench.until(() => done(viewId, 6));
    const grew = last(viewId);
    expect(grew).toMatchObject({ total: 3, search: { searched: 6, packets: 6 } });
    expect(grew?.tail.map(({ row }) => row)).toEqual([3, 4]);
    expect(bench.rowsOf(viewId)).toEqual([1, 3, 4]);
  });

  it('is refused where the filter cannot be read, and the view it should replace stays', async () => {
    const { capture } = await started();
    const { viewId } = await open(capture, 'type:connect');
    await expect(open(capture, 'type:conect', viewId)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(bench.rowsOf(viewId)).toEqual([0]);
  });

  it('takes the place of another', async () => {
    const { capture } = await started();
    const { viewId } = await open(capture, 'type:connect');
    const next = await open(capture, 'type:publish', viewId);
    expect(() => bench.rowsOf(viewId)).toThrow(viewId);
    expect(bench.rowsOf(next.viewId)).toEqual([]);
  });

  it('has no search where the filter is empty', async () => {
    const { capture } = await started();
    const view = await open(capture, ' ');
    expect(view.total).toBe(1);
    expect(view).not.toHaveProperty('search');
  });

  it('reads times of day in the zone of the page', async () => {
    const { capture } = await started();
    const time = capture.log.index.time(0);
    const clock = new Date(time / 1000 + 330 * 60_000).toISOString().slice(11, 19);
    const filter = `time:${clock}`;
    const view = await bench.views.open({ captureId: capture.id, filter, zoneOffset: 330 });
    expect(bench.rowsOf(view.viewId)).toEqual([0]);
  });
});

describe('a row of the capture', () => {
  it('is found at its position, or the next one that is shown', async () => {
    const { capture, connection } = await started();
    record(
      capture,
      connection,
      true,
      ['a', 'b', 'a'].map((topic) => publish(topic, '')),
    );
    const { viewId } = await open(capture, 'topic:a');
    const find = (row: number) => bench.views.find({ viewId, row });
    expect(find(1)).toEqual({ position: 0, found: true });
    expect(find(2)).toEqual({ position: 1, found: false });
    expect(find(3)).toEqual({ position: 1, found: true });
    expect(find(9)).toEqual({ position: 2, found: false });
  });

  it('is found at its own number where there is no filter', async () => {
    const { capture } = await started();
    const { viewId } = await open(capture, '');
    expect(bench.views.find({ viewId, row: 0 })).toEqual({ position: 0, found: true });
    expect(bench.views.find({ viewId, row: 5 })).toEqual({ position: 1, found: false });
  });
});

describe('the topics of a capture', () => {
  it('are those of its messages, in order of appearance, also of later ones', async () => {
    const { capture, connection } = await started();
    const subscriptions = [{ topic: 'never/#', qos: 1 as const }];
    record(capture, connection, true, [
      { cmd: 'subscribe', messageId: 1, subscriptions },
      ...['b/Temp', 'a/temp', 'b/Temp', 'c'].map((topic) => publish(topic, '')),
    ]);
    const { viewId } = await open(capture, 'type:connect');
    const topics = (contains: string, count = 100) =>
      bench.views.topics({ viewId, contains, count });
    expect(await topics('')).toEqual({ topics: ['b/Temp', 'a/temp', 'c'] });
    record(capture, connection, true, [publish('d/TEMP', '')]);
    expect(await topics('temp')).toEqual({ topics: ['b/Temp', 'a/temp', 'd/TEMP'] });
    expect(await topics('temp', 2)).toEqual({ topics: ['b/Temp', 'a/temp'] });
    expect(await topics('never')).toEqual({ topics: [] });
  });
});

describe('a row that changes', () => {
  it('comes in with its answer where it belongs', async () => {
    const { capture, connection } = await started();
    record(capture, connection, true, [publish('a', '', 1), publish('b', '', 2)]);
    const { viewId } = await open(capture, 'type:publish rtt>=0ms');
    record(capture, connection, false, [puback(2)]);
    await bench.until(() => last(viewId)?.total === 1);
    record(capture, connection, false, [puback(1)]);
    await bench.until(() => last(viewId)?.total === 2);
    expect(last(viewId)?.changed).toBe(0);
    expect(bench.rowsOf(viewId)).toEqual([1, 2]);
  });

  it('comes in when its answer is overdue, and goes out when it arrives after all', async () => {
    const { capture, connection } = await started();
    record(capture, connection, true, [publish('a', '', 1), publish('b', '', 2)]);
    record(capture, connection, false, [puback(1)]);
    const { viewId } = await open(capture, 'type:publish is:unanswered');
    expect(bench.rowsOf(viewId)).toEqual([]);
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 11_000);
    await bench.until(() => last(viewId)?.total === 1);
    expect(bench.rowsOf(viewId)).toEqual([2]);
    record(capture, connection, false, [puback(2)]);
    await bench.until(() => last(viewId)?.total === 0);
    expect(last(viewId)?.changed).toBe(0);
  });

  it('comes in when its connection is followed by another', async () => {
    const { capture, connection } = await started();
    record(capture, connection, true, [publish('a', '', 1)]);
    const { viewId } = await open(capture, 'is:problem type:publish');
    capture.openConnection();
    await bench.until(() => last(viewId)?.total === 1);
    expect(bench.rowsOf(viewId)).toEqual([1]);
  });

  it('comes in when the capture ends', async () => {
    const { capture, connection } = await started();
    record(capture, connection, true, [publish('a', '', 1)]);
    const { viewId } = await open(capture, 'is:unanswered type:publish');
    await capture.finish();
    await bench.until(() => last(viewId)?.total === 1);
    expect(bench.rowsOf(viewId)).toEqual([1]);
  });

  it('is told by its position where only its answer changed', async () => {
    const { capture, connection } = await started();
    record(capture, connection, true, [publish('b', ''), publish('a', ''), publish('a', '', 7)]);
    const { viewId } = await open(capture, 'topic:a');
    record(capture, connection, false, [puback(7)]);
    await bench.until(() => typeof last(viewId)?.changed === 'number');
    expect(last(viewId)?.changed).toBe(1);
  });

  it('is told in a view without a filter when its connection is followed by another', async () => {
    const { capture, connection } = await started();
    record(capture, connection, true, [publish('a', '', 1)]);
    const { viewId } = await open(capture, '');
    capture.openConnection();
    await bench.until(() => last(viewId)?.changed === 0);
    expect(bench.views.rows({ viewId, start: 1, count: 1 }).rows[0]?.unanswered).toBe(true);
  });
});

describe('a search in payloads', () => {
  /** Messages, one in a hundred with a needle; answers the rows of these. */
  function recordMany(capture: Capture, connection: number, count: number): number[] {
    const rows: number[] = [];
    for (let number = 0; number < count; number += 1) {
      const needle = number % 100 === 42;
      if (needle) rows.push(capture.log.index.length);
      const payload = `{"n":${number},"text":"${needle ? 'Needle' : 'hay'}"}`.padEnd(300);
      record(capture, connection, number % 2 === 0, [publish('a/b', payload)]);
    }
    return rows;
  }

  it('goes on in the background and tells how far it is', async () => {
    const { capture, connection } = await started();
    const rows = recordMany(capture, connection, 20_000);
    const view = await open(capture, 'needle');
    expect(view).toMatchObject({ total: 0, search: { packets: 20_001 } });
    expect(view.search?.searched).toBeLessThan(20_001);
    await bench.until(() => done(view.viewId, 20_001));
    expect(bench.rowsOf(view.viewId)).toEqual(rows);
    const searched = bench.told.flatMap(({ viewId, search }) =>
      viewId === view.viewId && search ? [search.searched] : [],
    );
    expect(searched).toEqual([...searched].sort((one, other) => one - other));
  });

  it('finds what is recorded after it began, written to the file or not', async () => {
    const { capture, connection } = await started();
    const { viewId } = await open(capture, '$.n>40 needle');
    for (let round = 1; round <= 3; round += 1) {
      recordMany(capture, connection, 100);
      await bench.until(() => last(viewId)?.total === round);
    }
    expect(bench.rowsOf(viewId)).toEqual([43, 143, 243]);
  });

  it('ends when its view is closed', async () => {
    const { capture, connection } = await started();
    recordMany(capture, connection, 20_000);
    const { viewId } = await open(capture, 'needle');
    const reads = vi.spyOn(capture.log, 'level');
    bench.views.close({ viewId });
    const next = await open(capture, 'type:connect');
    recordMany(capture, connection, 1);
    await bench.until(() => done(next.viewId, 20_002));
    expect(reads).not.toHaveBeenCalled();
    expect(bench.told.some((grew) => grew.viewId === viewId)).toBe(false);
  });

  it('finds a text at the end of packets that lie in many pieces', async () => {
    const { capture, connection } = await started();
    const large = wire(publish('big', `${'x'.repeat(200_000)}needle`));
    const huge = wire(publish('huge', `${'y'.repeat(1_500_000)}needle`));
    for (const [at, bytes] of [large, huge].entries()) {
      for (let from = 0; from < bytes.length; from += 14_600) {
        capture.record(connection, true, bytes.subarray(from, from + 14_600));
        // What the other side says meanwhile lies between the pieces.
        record(capture, connection, false, [
          publish('small', from === 0 && at === 0 ? 'needle' : ''),
        ]);
      }
    }
    const expected = await foundOneByOne(capture, 'needle');
    expect(expected).toHaveLength(3);
    expect(await found(capture, 'needle')).toEqual(expected);
    expect(await found(await bench.reopen(capture), 'needle')).toEqual(expected);
  });

  it('knows where the payload begins in MQTT 5', async () => {
    const { capture, connection } = await started(5);
    const properties = { userProperties: { where: 'needle' }, contentType: 'needle' };
    for (const payload of ['hay', 'needle']) {
      const packet = { ...publish('a', payload, 1), properties };
      capture.record(connection, true, wire(packet, 5));
    }
    expect(await found(capture, 'needle')).toEqual([2]);
  });

  it('says why it stopped when the file cannot be read', async () => {
    const { capture, connection } = await started();
    record(capture, connection, true, [publish('a', 'needle')]);
    await capture.flush();
    await rm(join(capture.folder, PACKETS_FILE));
    const { viewId } = await open(capture, 'needle');
    await bench.until(() => typeof last(viewId)?.search?.error === 'string');
    expect(last(viewId)).toMatchObject({ total: 0, search: { searched: 1, packets: 2 } });
  });
});

describe('a filtered view', () => {
  it.each([
    'type:publish dir:sent',
    '-type:publish',
    'topic:a/+ OR id:3',
    'qos:1 size>60',
    'rtt>=0',
    'is:unanswered OR is:problem',
    'even',
    '-even',
    'a/1 OR "odd"',
    '$.n>=40',
    '$.n<40 -even type:publish',
    'is:unanswered (odd OR $.n=44)',
    'nothing-has-this',
  ])('holds what testing packet by packet finds: %s', async (filter) => {
    const { capture, connection } = await started();
    for (let n = 0; n < 60; n += 1) {
      const payload = JSON.stringify({ n, text: n % 2 === 0 ? 'EVEN' : 'odd' });
      record(capture, connection, n % 3 === 0, [publish(`a/${n % 4}`, payload, n + 1)]);
      if (n % 5 !== 0) record(capture, connection, n % 3 !== 0, [puback(n + 1)]);
      capture.record(connection, false, Buffer.from([0xd0, 0]));
    }
    const live = await found(capture, filter);
    expect(live).toEqual(await foundOneByOne(capture, filter));
    const past = await bench.reopen(capture);
    expect(await found(past, filter)).toEqual(await foundOneByOne(past, filter));
  });
});
