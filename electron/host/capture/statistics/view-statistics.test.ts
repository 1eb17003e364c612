import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CONNECTIONS_TOLD_MAX,
  type Statistics,
  TOP_MAX,
} from '../../../../shared/contract/statistics.ts';
import type { Capture } from '../capture.ts';
import {
  puback,
  publish,
  record,
  type ViewsBench,
  viewsBench,
  wire,
} from '../view-test-support.ts';

let bench: ViewsBench;
let capture: Capture;
let connection: number;
beforeEach(async () => {
  bench = await viewsBench();
  ({ capture, connection } = await bench.started());
});
afterEach(() => bench.end());

const size = (row: number) => capture.log.index.size(row);

/** The figures of a view once all its rows are counted, asked for as a page does. */
async function figuresOf(viewId: string): Promise<Statistics> {
  for (;;) {
    const figures = await bench.views.statistics({ viewId });
    if (figures.counted === figures.total) return figures;
  }
}

async function figures(filter = ''): Promise<Statistics> {
  const { viewId } = await bench.open(capture, filter);
  return figuresOf(viewId);
}

describe('a view in figures', () => {
  it('counts packets and bytes each way, from the first to the last', async () => {
    record(capture, connection, true, [publish('a', '1')]);
    record(capture, connection, false, [publish('b', '22'), publish('b', '333')]);
    const { index } = capture.log;
    const { all, sent, received, first, last, counted, total } = await figures();
    expect([counted, total]).toEqual([4, 4]);
    expect(all).toMatchObject({ packets: 4, bytes: size(0) + size(1) + size(2) + size(3) });
    expect(sent).toMatchObject({ packets: 2, bytes: size(0) + size(1) });
    expect(received).toMatchObject({ packets: 2, bytes: size(2) + size(3) });
    expect([first, last]).toEqual([index.time(0), index.time(3)]);
  });

  it('counts what the filter shows and nothing else', async () => {
    record(capture, connection, true, [publish('a', '1'), publish('b', '2')]);
    const { all, types } = await figures('topic:a');
    expect(all.packets).toBe(1);
    expect(types.map(({ type, qos }) => [type, qos])).toEqual([
      ['publish', null],
      ['publish', 0],
    ]);
    expect(await figures('topic:c')).toMatchObject({ total: 0, first: null, types: [] });
  });

  it('counts each type by direction with its sizes, PUBLISH by QoS too, broken bytes last', async () => {
    record(capture, connection, true, [publish('a', '1'), publish('a', 'longer', 7)]);
    record(capture, connection, false, [puback(7), publish('a', '')]);
    capture.record(connection, false, Buffer.from([0, 0]));
    const { types } = await figures();
    expect(types).toEqual([
      expect.objectContaining({ type: 'connect', sent: 1, received: 0 }),
      {
        type: 'publish',
        qos: null,
        sent: 2,
        received: 1,
        bytes: size(1) + size(2) + size(4),
        smallest: size(4),
        largest: size(2),
      },
      expect.objectContaining({ type: 'publish', qos: 0, sent: 1, received: 1 }),
      expect.objectContaining({ type: 'publish', qos: 1, sent: 1, received: 0, bytes: size(2) }),
      expect.objectContaining({ type: 'puback', sent: 0, received: 1 }),
      expect.objectContaining({ type: 'broken', received: 1 }),
    ]);
  });

  it('counts ranges of sizes by direction, up to all beyond the platform’s limit of a payload', async () => {
    const ofSize = (bytes: number) => publish('a', 'x'.repeat(bytes - (bytes < 130 ? 5 : 6)));
    record(capture, connection, true, [ofSize(19), ofSize(20), ofSize(39), ofSize(5_119)]);
    record(capture, connection, false, [ofSize(25), publish('a', 'x'.repeat(262_144))]);
    expect([1, 2, 3, 4, 5].map(size)).toEqual([19, 20, 39, 5_119, 25]);
    const { lengths } = await figures('type:publish');
    expect(lengths).toEqual([
      { from: 0, to: 19, sent: 1, received: 0, bytes: 19, smallest: 19, largest: 19 },
      { from: 20, to: 39, sent: 2, received: 1, bytes: 84, smallest: 20, largest: 39 },
      {
        from: 2_560,
        to: 5_119,
        sent: 1,
        received: 0,
        bytes: 5_119,
        smallest: 5_119,
        largest: 5_119,
      },
      {
        from: 262_144,
        to: null,
        sent: 0,
        received: 1,
        bytes: size(6),
        smallest: size(6),
        largest: size(6),
      },
    ]);
  });

  it('goes on counting as packets come', async () => {
    const { viewId } = await bench.open(capture, '');
    expect(await figuresOf(viewId)).toMatchObject({ total: 1, growing: true });
    record(capture, connection, true, [publish('a', '1')]);
    expect((await figuresOf(viewId)).all.packets).toBe(2);
    await capture.finish();
    expect(await figuresOf(viewId)).toMatchObject({ growing: false, live: false });
  });

  it('counts many packets in several answers that say how far they came', async () => {
    const many = Buffer.concat(Array.from({ length: 50_000 }, () => wire(publish('a', 'x'))));
    for (let turn = 0; turn < 8; turn += 1) capture.record(connection, true, many);
    expect((await figures()).all.packets).toBe(400_001);
  });

  it('is counted anew where a filter lets packets in that came before', async () => {
    record(capture, connection, true, [publish('a', '1', 1), publish('a', '2', 2)]);
    const { viewId } = await bench.open(capture, 'rtt>0us');
    record(capture, connection, false, [puback(2)]);
    await bench.until(() => bench.rowsOf(viewId).length === 2);
    expect((await figuresOf(viewId)).all.packets).toBe(2);
    record(capture, connection, false, [puback(1)]);
    await bench.until(() => bench.rowsOf(viewId).length === 4);
    const { all, exchanges } = await figuresOf(viewId);
    expect(all.packets).toBe(4);
    expect(exchanges).toMatchObject([{ of: 'publish1', answered: 2, unanswered: 0 }]);
  });
});

describe('exchanges', () => {
  it('are told by who began them, with the times of their answers', async () => {
    record(capture, connection, true, [publish('a', '1', 1), publish('a', '2', 2)]);
    record(capture, connection, false, [puback(1), puback(2), publish('b', '3', 3)]);
    record(capture, connection, true, [puback(3)]);
    const { index } = capture.log;
    const took = [index.time(3) - index.time(1), index.time(4) - index.time(2)];
    const { exchanges } = await figures('type:publish');
    expect(exchanges).toMatchObject([
      {
        of: 'publish1',
        direction: 'sent',
        answered: 2,
        unanswered: 0,
        times: { min: Math.min(...took), max: Math.max(...took) },
      },
      { of: 'publish1', direction: 'received', answered: 1, unanswered: 0 },
    ]);
  });

  it('are unanswered once their connection is over, and answered when the answer came before that', async () => {
    const { viewId } = await bench.open(capture, '');
    record(capture, connection, true, [publish('a', '1', 1), publish('a', '2', 2)]);
    const publishes = async () => {
      const { exchanges } = await figuresOf(viewId);
      return exchanges.find(({ of }) => of === 'publish1');
    };
    expect(await publishes()).toBeUndefined();
    record(capture, connection, false, [puback(2)]);
    expect(await publishes()).toMatchObject({ answered: 1, unanswered: 0 });
    capture.closeConnection(connection);
    capture.openConnection();
    expect(await publishes()).toMatchObject({ answered: 1, unanswered: 1 });
    capture = await bench.reopen(capture);
    expect((await figures()).exchanges.find(({ of }) => of === 'publish1')).toMatchObject({
      answered: 1,
      unanswered: 1,
    });
  });

  it('are unanswered when the answer is overdue, and no more when it comes after all', async () => {
    record(capture, connection, true, [publish('a', '1', 1)]);
    const { viewId } = await bench.open(capture, 'type:publish');
    vi.spyOn(capture, 'now').mockReturnValue(Number.POSITIVE_INFINITY);
    const unanswered = async () => (await figuresOf(viewId)).exchanges[0]?.unanswered;
    expect(await unanswered()).toBe(1);
    expect(await unanswered()).toBe(1);
    record(capture, connection, false, [puback(1)]);
    expect(await unanswered()).toBe(0);
  });

  it('hold messages and their replies, also one that comes after the message was counted', async () => {
    const { viewId } = await bench.open(capture, '');
    const topic = '/sys/a1B2c3D4e5F/lamp/thing/event/property/post';
    record(capture, connection, true, [publish(topic, '{"id":"1"}')]);
    await figuresOf(viewId);
    record(capture, connection, false, [publish(`${topic}_reply`, '{"id":"1","code":200}')]);
    const { exchanges, slowest } = await figuresOf(viewId);
    expect(exchanges).toMatchObject([
      { of: 'reply', direction: 'sent', answered: 1, unanswered: 0 },
    ]);
    expect(slowest).toMatchObject([{ of: 'reply', packet: { row: 1, topic } }]);
  });

  it('hold messages whose reply is overdue, and no more when it comes after all', async () => {
    const { viewId } = await bench.open(capture, '');
    const topic = '/sys/a1B2c3D4e5F/lamp/rrpc/request/7';
    const replies = async () =>
      (await figuresOf(viewId)).exchanges.find(({ of }) => of === 'reply');
    record(capture, connection, false, [publish(topic, '{}')]);
    expect(await replies()).toBeUndefined();
    const late = vi.spyOn(capture, 'now').mockReturnValue(Number.POSITIVE_INFINITY);
    expect(await replies()).toMatchObject({ direction: 'received', answered: 0, unanswered: 1 });
    expect(await replies()).toMatchObject({ unanswered: 1 });
    late.mockRestore();
    record(capture, connection, true, [publish(topic.replace('request', 'response'), '{}')]);
    expect(await replies()).toMatchObject({ answered: 1, unanswered: 0 });
  });

  it('hold no message as unanswered that wants no reply, or that the other side does not answer', async () => {
    const thing = '/sys/a1B2c3D4e5F/lamp/thing';
    const declined = '{"id":"1","version":"1.0","sys":{"ack":0},"params":{}}';
    const { viewId } = await bench.open(capture, '');
    record(capture, connection, true, [
      publish(`${thing}/event/property/post`, declined),
      publish(`${thing}/event/property/post`, '{"id":"2","sys":{"ack":1}}'),
      publish(`${thing}/sub/unregister`, '{"id":"3"}'),
      publish(`${thing}/unheard/of`, '{"id":"4"}'),
    ]);
    record(capture, connection, false, [
      publish(`${thing}/event/property/post`, '{"id":"5"}'),
      publish(`${thing}/service/blink`, '{"id":"6"}'),
    ]);
    await figuresOf(viewId);
    await capture.finish();
    const expected = [
      { of: 'reply', direction: 'sent', answered: 0, unanswered: 1, times: null },
      { of: 'reply', direction: 'received', answered: 0, unanswered: 1, times: null },
    ];
    const replies = (all: Statistics) => all.exchanges.filter(({ of }) => of === 'reply');
    expect(replies(await figuresOf(viewId))).toEqual(expected);
    capture = await bench.reopen(capture);
    expect(replies(await figures())).toEqual(expected);
  });

  it('count a message that waits longest as unanswered where very many wait', async () => {
    const { viewId } = await bench.open(capture, '');
    const topic = '/sys/a1B2c3D4e5F/lamp/thing/event/property/post';
    const messages = Array.from({ length: 9_000 }, (_, id) => publish(topic, `{"id":"${id}"}`));
    record(capture, connection, true, messages);
    record(capture, connection, false, [publish(`${topic}_reply`, '{"id":"8999"}')]);
    await figuresOf(viewId);
    await capture.finish();
    const { exchanges } = await figuresOf(viewId);
    expect(exchanges.find(({ of }) => of === 'reply')).toMatchObject({
      answered: 1,
      unanswered: 8_999,
    });
  });
});

describe('the lists', () => {
  it('have the slowest answers and the largest packets, the first of equals first', async () => {
    for (let id = 1; id <= TOP_MAX + 2; id += 1) {
      record(capture, connection, true, [publish('a', 'x'.repeat(id), id)]);
      record(capture, connection, false, [puback(id)]);
    }
    record(capture, connection, true, [publish('a', 'x'.repeat(TOP_MAX + 2), 99)]);
    const { slowest, largest } = await figures('type:publish');
    expect(slowest).toHaveLength(TOP_MAX);
    const took = slowest.map((each) => each.took);
    expect(took).toEqual([...took].sort((one, other) => other - one));
    expect(slowest[0]?.packet.roundTrip).toBe(took[0]);
    expect(largest).toHaveLength(TOP_MAX);
    expect(largest.slice(0, 3).map(({ row }) => row)).toEqual([23, 25, 21]);
  });
});

describe('connections', () => {
  it('have their packets each way, their times and what ended them', async () => {
    record(capture, connection, false, [publish('a', '1')]);
    capture.noteState({ status: 'connected', since: 1, sessionPresent: false });
    record(capture, connection, true, [publish('b', '2')]);
    capture.closeConnection(connection);
    const cause = { kind: 'closed-by-broker', phase: null, code: null, raw: '' } as const;
    capture.noteState({ status: 'waiting', attempt: 2, retryAt: 2, cause });
    const second = capture.openConnection();
    record(capture, second, true, [publish('c', '3'), { cmd: 'disconnect' }]);
    const { connections, connectionsTotal } = await figures();
    expect(connectionsTotal).toBe(2);
    expect(connections).toMatchObject([
      {
        number: 1,
        begun: capture.log.index.time(0),
        sent: { packets: 2, bytes: size(0) + size(2) },
        received: { packets: 1, bytes: size(1) },
        state: { status: 'waiting', cause: { kind: 'closed-by-broker' } },
        disconnect: null,
      },
      { number: 2, ended: null, sent: { packets: 2 }, state: null, disconnect: 'sent' },
    ]);
    expect(connections[0]?.ended).toBeGreaterThanOrEqual(capture.log.index.time(2));
  });

  it('are counted apart where their packets lie between each other', async () => {
    const second = capture.openConnection();
    record(capture, second, true, [publish('a', '1')]);
    record(capture, connection, true, [publish('a', '2')]);
    const third = capture.openConnection();
    record(capture, third, true, [publish('a', '3')]);
    const { connections } = await figures();
    expect(connections.map(({ number, sent }) => [number, sent.packets])).toEqual([
      [1, 2],
      [2, 1],
      [3, 1],
    ]);
  });

  it('are told of up to a limit, the latest, with how many there are', async () => {
    for (let at = 0; at < CONNECTIONS_TOLD_MAX + 5; at += 1) {
      record(capture, capture.openConnection(), true, [publish('a', '1')]);
    }
    const { connections, connectionsTotal } = await figures();
    expect(connectionsTotal).toBe(CONNECTIONS_TOLD_MAX + 6);
    expect(connections).toHaveLength(CONNECTIONS_TOLD_MAX);
    expect(connections.at(-1)?.number).toBe(connectionsTotal);
  });
});
