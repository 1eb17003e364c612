import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Direction } from '../../../../shared/contract/packets.ts';
import {
  type ExchangeKind,
  exchangeKinds,
  type FieldSource,
  type RateKind,
  type RateUnit,
  rateIntervals,
  rateKinds,
  rateUnits,
  type SeriesPoints,
  type SeriesSource,
  SOURCES_MAX,
} from '../../../../shared/contract/series.ts';
import type { Capture } from '../capture.ts';
import {
  puback,
  publish,
  record,
  type ViewsBench,
  viewsBench,
  wire,
} from '../view-test-support.ts';
import { Series } from './series.ts';

let bench: ViewsBench;
let capture: Capture;
let connection: number;
let series: Series;

beforeEach(async () => {
  bench = await viewsBench();
  ({ capture, connection } = await bench.started());
  series = new Series({
    get: async () => capture,
    use: (_id, work) => work(capture),
    change: async (_id, changes) => {
      await capture.describe({ ...capture.about, ...changes });
      return capture.info();
    },
  });
});
afterEach(async () => {
  series.stop();
  await bench.end();
});

const post = (value: unknown) =>
  publish('post', JSON.stringify({ params: { temperature: value } }));
const temperature: FieldSource = { kind: 'field', topic: 'post', path: ['params', 'temperature'] };

const thing = '/sys/a1B2c3D4e5F/lamp/thing';
const posted = `${thing}/event/property/post`;
const rrpc = '/sys/a1B2c3D4e5F/lamp/rrpc/request/7';

const trips = (of: ExchangeKind, direction: Direction = 'sent'): SeriesSource => ({
  kind: 'roundTrip',
  of,
  direction,
});

const ask = (sources: SeriesSource[], change: object = {}) =>
  series.read({
    captureId: capture.id,
    sources,
    from: null,
    to: null,
    points: 1_000,
    since: null,
    ...change,
  });

/** The points of one series once all packets were looked at. */
async function read(source: SeriesSource, change: object = {}): Promise<SeriesPoints> {
  for (;;) {
    const { searched, packets, series: found } = await ask([source], change);
    if (searched === packets && found?.[0]) return found[0];
  }
}

async function find() {
  for (;;) {
    const list = await series.find({ captureId: capture.id });
    if (list.searched === list.packets) return list;
  }
}

describe('the numbers in payloads', () => {
  it('are found by topic and path, with how often and the last one', async () => {
    record(capture, connection, true, [post(20), post(21.5), publish('raw', ' 7 ')]);
    record(capture, connection, false, [
      publish('post', '{"data":[1,2],"params":{"temperature":"none"}}'),
      publish('text', 'temperature 20'),
      publish('bytes', Buffer.from([0x7b, 0xff, 0x00])),
    ]);
    const { fields, more } = await find();
    expect(more).toBe(false);
    expect(fields).toEqual([
      { ...temperature, count: 2, last: 21.5 },
      { kind: 'field', topic: 'raw', path: [], count: 1, last: 7 },
      { kind: 'field', topic: 'post', path: ['data', 0], count: 1, last: 1 },
      { kind: 'field', topic: 'post', path: ['data', 1], count: 1, last: 2 },
    ]);
  });

  it('are found as messages come', async () => {
    expect((await find()).fields).toEqual([]);
    record(capture, connection, true, [post(20)]);
    expect((await find()).fields).toMatchObject([{ count: 1, last: 20 }]);
    record(capture, connection, true, [post(22)]);
    expect((await find()).fields).toMatchObject([{ count: 2, last: 22 }]);
  });

  it('are listed up to a limit, and it is said that there are more', async () => {
    const wide = Object.fromEntries(Array.from({ length: 2_500 }, (_, at) => [`f${at}`, at]));
    record(capture, connection, true, [publish('wide', JSON.stringify(wide))]);
    const { fields, more } = await find();
    expect([fields.length, more]).toEqual([2_000, true]);
  });
});

describe('a field over time', () => {
  it('has a point for each message that has it, with its packet', async () => {
    record(capture, connection, true, [post(20), publish('other', '{}'), post('none'), post(22)]);
    const { index } = capture.log;
    expect(await read(temperature)).toMatchObject({
      times: [index.time(1), index.time(4)],
      values: [20, 22],
      rows: [1, 4],
      breaks: [],
      count: 2,
      min: 20,
      max: 22,
      average: 21,
      last: 22,
    });
  });

  it('grows with a live capture, and is told again only if something is new', async () => {
    record(capture, connection, true, [post(20)]);
    await read(temperature);
    const { revision } = await ask([temperature]);
    expect(await ask([temperature], { since: revision })).toMatchObject({ series: null });
    record(capture, connection, true, [post(23)]);
    expect(await ask([temperature], { since: revision })).toMatchObject({
      live: true,
      series: [{ values: [20, 23] }],
    });
  });

  it('is the same when the capture is opened again, and another series may join', async () => {
    record(capture, connection, true, [post(20), publish('raw', '5'), post(22)]);
    const before = await read(temperature);
    capture = await bench.reopen(capture);
    expect(await read(temperature)).toEqual(before);
    const raw: SeriesSource = { kind: 'field', topic: 'raw', path: [] };
    const both = await ask([raw, temperature]);
    expect(both).toMatchObject({ live: false, series: [{ values: [5] }, { values: [20, 22] }] });
  });

  it('breaks where the device connected again', async () => {
    record(capture, connection, true, [post(20), post(21)]);
    capture.closeConnection(connection);
    const next = capture.openConnection();
    record(capture, next, true, [post(22), post(23)]);
    expect(await read(temperature)).toMatchObject({ values: [20, 21, 22, 23], breaks: [2] });
  });

  it('is exact within a span, and drawn by its extremes where there are more values than points', async () => {
    const many = Array.from({ length: 5_000 }, (_, at) => wire(post(at === 2_345 ? 999 : at % 10)));
    for (const part of [0, 1, 2, 3, 4]) {
      capture.record(
        connection,
        true,
        Buffer.concat(many.slice(part * 1_000, part * 1_000 + 1_000)),
      );
      await new Promise((wake) => setTimeout(wake, 2));
    }
    const whole = await read(temperature, { points: 100 });
    expect(whole.times.length).toBeLessThanOrEqual(100);
    expect(whole).toMatchObject({ count: 5_000, max: 999 });
    expect(whole.rows[whole.values.indexOf(999)]).toBe(2_346);
    const { index } = capture.log;
    const [from, to] = [index.time(2_001), index.time(2_001)];
    expect((await read(temperature, { from, to })).count).toBe(1_000);
  });
});

describe('round trips', () => {
  it('are milliseconds from what was asked to its answer, by kind', async () => {
    record(capture, connection, true, [publish('a', '1', 7)]);
    await new Promise((wake) => setTimeout(wake, 3));
    record(capture, connection, false, [puback(7)]);
    const { index } = capture.log;
    const trip = await read(trips('publish1'));
    expect(trip.rows).toEqual([2]);
    expect(trip.values).toEqual([(index.time(2) - index.time(1)) / 1_000]);
    expect((await read(trips('publish2'))).values).toEqual([]);
    expect((await read(trips('connect'))).values).toEqual([]);
  });

  it('are told by who began them', async () => {
    record(capture, connection, true, [publish('a', '1', 1), publish(posted, '{"id":"1"}')]);
    record(capture, connection, false, [
      puback(1),
      publish('b', '2', 2),
      publish(`${posted}_reply`, '{"id":"1"}'),
      publish(rrpc, '{}'),
    ]);
    record(capture, connection, true, [puback(2), publish(rrpc.replace('quest', 'sponse'), '{}')]);
    const rows = async (of: ExchangeKind, direction: Direction) =>
      (await read(trips(of, direction))).rows;
    expect(await rows('publish1', 'sent')).toEqual([3]);
    expect(await rows('publish1', 'received')).toEqual([7]);
    expect(await rows('reply', 'sent')).toEqual([5]);
    expect(await rows('reply', 'received')).toEqual([8]);
  });

  it('may all be asked for at once', async () => {
    const all = exchangeKinds.flatMap((of) => [trips(of), trips(of, 'received')]);
    expect((await ask(all)).series).toHaveLength(all.length);
    expect(all.length).toBeLessThanOrEqual(SOURCES_MAX);
  });
});

describe('what has no value', () => {
  it('is the time of a request without an answer, once none can come', async () => {
    record(capture, connection, true, [publish('a', '1', 1), publish('a', '2', 2)]);
    record(capture, connection, false, [puback(2)]);
    const asked = trips('publish1');
    expect((await read(asked)).unanswered).toEqual([]);
    capture = await bench.reopen(capture);
    const time = capture.log.index.time(1);
    expect((await read(asked)).unanswered).toEqual([time]);
    expect((await read(asked, { from: time + 1 })).unanswered).toEqual([]);
    expect((await read(trips('ping'))).unanswered).toEqual([]);
    expect((await read(trips('publish1', 'received'))).unanswered).toEqual([]);
  });

  it('is the time of a message that a reply was due to', async () => {
    record(capture, connection, true, [
      publish(posted, '{"id":"1","sys":{"ack":0}}'),
      publish(posted, '{"id":"2"}'),
      publish(`${thing}/unheard/of`, '{"id":"3"}'),
    ]);
    record(capture, connection, false, [publish(rrpc, '{}')]);
    const unanswered = async (direction: Direction) =>
      (await read(trips('reply', direction))).unanswered;
    expect(await unanswered('sent')).toEqual([]);
    capture = await bench.reopen(capture);
    const { index } = capture.log;
    expect(await unanswered('sent')).toEqual([index.time(2)]);
    expect(await unanswered('received')).toEqual([index.time(4)]);
  });

  it('has one when its answer comes after all', async () => {
    record(capture, connection, true, [publish('a', '1', 1), publish(posted, '{"id":"1"}')]);
    const late = vi.spyOn(capture, 'now').mockReturnValue(Number.POSITIVE_INFINITY);
    const found = async (of: ExchangeKind) => {
      const { rows, unanswered } = await read(trips(of));
      return { rows, lost: unanswered.length };
    };
    expect(await found('publish1')).toEqual({ rows: [], lost: 1 });
    expect(await found('reply')).toEqual({ rows: [], lost: 1 });
    late.mockRestore();
    record(capture, connection, false, [puback(1), publish(`${posted}_reply`, '{"id":"1"}')]);
    expect(await found('publish1')).toEqual({ rows: [3], lost: 0 });
    expect(await found('reply')).toEqual({ rows: [4], lost: 0 });
  });

  it('is the span between two connections', async () => {
    record(capture, connection, true, [post(20)]);
    capture.closeConnection(connection);
    const next = capture.openConnection();
    await new Promise((wake) => setTimeout(wake, 5));
    record(capture, next, true, [post(21)]);
    const { offline } = await ask([temperature]);
    expect(offline).toEqual([{ from: capture.log.ended(1), to: capture.log.begun(2) }]);
    expect((await ask([temperature], { from: (offline[0]?.to ?? 0) + 1 })).offline).toEqual([]);
  });
});

describe('rates', () => {
  const sent: SeriesSource = { kind: 'rate', of: 'sent', unit: 'packets', interval: 100_000 };

  it('count packets or their bytes by direction and family', async () => {
    record(capture, connection, true, [publish('a', '1', 1), publish('a', '2', 2)]);
    record(capture, connection, false, [puback(1)]);
    capture = await bench.reopen(capture);
    const total = async (of: RateKind, unit: RateUnit = 'packets') =>
      (await read({ ...sent, of, unit })).values.reduce((sum, value) => sum + value, 0);
    expect(await total('sent')).toBe(3);
    expect(await total('received')).toBe(1);
    expect(await total('publish')).toBe(2);
    expect(await total('acknowledgement')).toBe(1);
    expect(await total('ping')).toBe(0);
    const { index } = capture.log;
    expect(await total('sent', 'bytes')).toBe(index.size(0) + index.size(1) + index.size(2));
    expect(await total('received', 'bytes')).toBe(index.size(3));
  });

  it('go on from one connection to the next', async () => {
    const interval = 100_000;
    const ping = 0xc0;
    const { index } = capture.log;
    const begin = (Math.floor(index.time(0) / interval) + 1) * interval;
    for (const [at, of] of [0, 1, 1, 1].entries()) {
      index.append(begin + at * interval, 0, 2, ping, true, false, false, 0, -1, -1, of);
    }
    vi.spyOn(capture, 'now').mockReturnValue(capture.end);
    const { values, breaks } = await read({ ...sent, of: 'ping' });
    expect(values.slice(-3)).toEqual([1, 1, 1]);
    expect(breaks).toEqual([]);
  });

  it('have their whole intervals within the span of the capture', async () => {
    capture = await bench.reopen(capture);
    const minute: SeriesSource = { ...sent, interval: 60_000_000 };
    const { start, end } = await ask([minute]);
    const [middle = 0] = (await read(minute)).times;
    expect([start, end]).toEqual([middle - 30_000_000, middle + 30_000_000]);
    expect(await read(minute)).toMatchObject({ count: 1, values: [1], average: 1, last: 1 });
  });

  it('are told again when an interval is over, also if no packet came since', async () => {
    const now = vi.spyOn(capture, 'now').mockReturnValue(capture.end);
    const before = await ask([sent]);
    expect(before.series).toMatchObject([{ values: [] }]);
    expect(await ask([sent], { since: before.revision })).toMatchObject({ series: null });
    now.mockReturnValue(capture.end + 100_000);
    const after = await ask([sent], { since: before.revision });
    expect(after).toMatchObject({ searched: before.searched, series: [{ values: [1] }] });
    expect(await ask([sent], { since: after.revision })).toMatchObject({ series: null });
  });

  it('may be looked at by every interval without payloads being parsed again', async () => {
    record(capture, connection, true, [post(20), post(21)]);
    await read(temperature);
    for (const interval of rateIntervals) {
      for (const unit of rateUnits) {
        await ask(rateKinds.map((of) => ({ kind: 'rate', of, unit, interval })));
      }
    }
    const parse = vi.spyOn(JSON, 'parse');
    expect((await read(temperature)).values).toEqual([20, 21]);
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });
});

it('remembers with the capture what was chosen', async () => {
  expect(await series.chosen({ captureId: capture.id })).toEqual({ sources: [] });
  await series.choose({ captureId: capture.id, sources: [temperature] });
  capture = await bench.reopen(capture);
  expect(await series.chosen({ captureId: capture.id })).toEqual({ sources: [temperature] });
});
