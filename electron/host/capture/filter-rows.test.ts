import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compileFilter } from '../../../shared/filter/compile-filter.ts';
import { parseFilter } from '../../../shared/filter/parse-filter.ts';
import { decodePacket } from '../../../shared/mqtt/decode-packet.ts';
import { type Capture, PACKETS_FILE } from './capture.ts';
import { captureColumns } from './filter-columns.ts';
import { puback, publish, record, type ViewsBench, viewsBench, wire } from './view-test-support.ts';

let bench: ViewsBench;
let started: ViewsBench['started'];
let open: ViewsBench['open'];
let last: ViewsBench['last'];
let done: ViewsBench['done'];

beforeEach(async () => {
  bench = await viewsBench();
  ({ started, open, last, done } = bench);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await bench.end();
});

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

it('tells the packets of connections apart that lie between each other, also in a file opened again', async () => {
  const { capture, connection } = await started();
  const second = capture.openConnection();
  record(capture, second, true, [publish('a', '1')]);
  record(capture, connection, true, [publish('a', '2')]);
  record(capture, second, true, [publish('a', '3')]);
  expect(await found(capture, 'conn:2')).toEqual([1, 3]);
  expect(await found(await bench.reopen(capture), 'conn:2')).toEqual([1, 3]);
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
    'topic~/[12]$ -text~"\\"n\\":.?[05],"',
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
