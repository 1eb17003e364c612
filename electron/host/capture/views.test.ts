import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { puback, publish, record, type ViewsBench, viewsBench } from './view-test-support.ts';

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

  it('counts from when the capture began, as the times on the screen do', async () => {
    const { capture } = await started();
    const startedAt = Math.floor(capture.log.index.time(0) / 1_000) - 5_000;
    await capture.describe({ ...capture.about, startedAt });
    const { viewId } = await open(capture, 'since:5s-5001ms');
    expect(bench.rowsOf(viewId)).toEqual([0]);
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

  it('comes in when a problem points at it, and goes out when that goes on to another', async () => {
    const { capture, connection } = await started();
    record(capture, connection, true, [publish('a', ''), publish('b', ''), publish('a', '')]);
    capture.setProblemRows(new Set([1]));
    const { viewId } = await open(capture, 'is:problem');
    expect(bench.rowsOf(viewId)).toEqual([1]);
    capture.setProblemRows(new Set([1, 2]));
    await bench.until(() => last(viewId)?.total === 2);
    capture.setProblemRows(new Set([1, 3]));
    await bench.until(() => bench.rowsOf(viewId).includes(3));
    expect(bench.rowsOf(viewId)).toEqual([1, 3]);
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

describe('a view of what belongs to a packet', () => {
  const topic = '/sys/pk/lamp/thing/event/property/post';
  const qos2 = (on: string, payload: string, messageId: number) => ({
    ...publish(on, payload, messageId),
    qos: 2 as const,
  });

  /** A QoS 2 request and its QoS 2 reply, another message and a ping between them: rows 1 to 11. */
  function recordDialogue(
    { capture, connection }: Awaited<ReturnType<ViewsBench['started']>>,
    pause: (row: number) => Promise<void> = async () => {},
  ) {
    const steps: [sent: boolean, packet: Parameters<typeof record>[3][number]][] = [
      [true, qos2(topic, '{"id":"5"}', 1)],
      [true, publish('other', '', 2)],
      [false, { cmd: 'pubrec', messageId: 1 }],
      [true, { cmd: 'pubrel', messageId: 1 }],
      [false, puback(2)],
      [false, { cmd: 'pubcomp', messageId: 1 }],
      [false, qos2(`${topic}_reply`, '{"id":"5","code":200}', 1)],
      [true, { cmd: 'pubrec', messageId: 1 }],
      [true, { cmd: 'pingreq' }],
      [false, { cmd: 'pubrel', messageId: 1 }],
      [true, { cmd: 'pubcomp', messageId: 1 }],
    ];
    return steps.reduce(
      (before, [sent, packet], at) =>
        before.then(async () => {
          record(capture, connection, sent, [packet]);
          await pause(at + 1);
        }),
      Promise.resolve(),
    );
  }
  const dialogue = [1, 3, 4, 6, 7, 8, 10, 11];

  it('holds all steps of the request and of its reply, also when it is opened from its file', async () => {
    const session = await started();
    await recordDialogue(session);
    for (const no of [2, 7, 9, 12]) {
      expect(bench.rowsOf((await open(session.capture, `with:${no}`)).viewId)).toEqual(dialogue);
    }
    const past = await bench.reopen(session.capture);
    expect(bench.rowsOf((await open(past, 'with:2')).viewId)).toEqual(dialogue);
    expect(bench.rowsOf((await open(past, 'with:3')).viewId)).toEqual([2, 5]);
  });

  it('grows with what comes for it, whenever the packet that was named came', async () => {
    const session = await started();
    const first = await open(session.capture, 'with:2');
    const late = await open(session.capture, 'with:8');
    await recordDialogue(session, async (row) => {
      const packets = row + 1;
      await bench.until(() => done(first.viewId, packets) && done(late.viewId, packets));
      const shown = dialogue.filter((each) => each <= row);
      expect(bench.rowsOf(first.viewId)).toEqual(shown);
      expect(bench.rowsOf(late.viewId)).toEqual(row < 7 ? [] : shown);
    });
  });

  it('does not take a step of QoS 2 for a message that answers another', async () => {
    const session = await started();
    await recordDialogue(session);
    const rows = session.capture.rows(0, 12);
    expect(rows.flatMap(({ row, related }) => (related === null ? [] : [row]))).toEqual([1, 7]);
  });
});

describe('a view of a long capture of the past', () => {
  /** Longer than what is read before the first rows are handed out. */
  async function recordLong() {
    const { capture, connection } = await started();
    record(capture, connection, true, [publish('first', '', 1)]);
    const payload = Buffer.alloc(60_000, 'x');
    for (let count = 0; count < 200; count += 1) {
      record(capture, connection, true, [publish('long', payload)]);
    }
    record(capture, connection, false, [puback(1)]);
    record(capture, connection, true, [publish('last', '', 2)]);
    return capture;
  }

  it('has its first rows while the others are read, which it tells', async () => {
    const capture = await bench.beginAgain(await recordLong());
    const { viewId, total, reading } = await open(capture, '');
    expect(reading).toBeGreaterThan(0);
    expect(total).toBeGreaterThan(1);
    expect(total).toBeLessThan(204);
    const [, first] = bench.views.rows({ viewId, start: 0, count: 2 }).rows;
    expect(first).toMatchObject({ topic: 'first', peer: null, unanswered: false });

    await bench.until(() => last(viewId) !== undefined && last(viewId)?.reading === undefined);
    expect(last(viewId)).toMatchObject({ total: 204, changed: 0, rate: 0, end: capture.end });
    const { rows } = bench.views.rows({ viewId, start: 0, count: 204 });
    expect(rows[1]).toMatchObject({ peer: 202, unanswered: false });
    expect(rows[203]).toMatchObject({ topic: 'last', unanswered: true });
  });

  it('goes on with its filter as far as packets are read', async () => {
    const capture = await bench.beginAgain(await recordLong());
    const { viewId, total } = await open(capture, 'is:unanswered OR topic:last');
    expect(total).toBe(0);
    await bench.until(() => done(viewId, 204));
    await bench.until(() => last(viewId)?.reading === undefined);
    // Nothing answered the CONNECT either, which is known at the end.
    expect(bench.rowsOf(viewId)).toEqual([0, 203]);
  });

  it('can be closed before it is read', async () => {
    const capture = await bench.beginAgain(await recordLong());
    const { viewId } = await open(capture, '');
    bench.views.close({ viewId });
    await capture.close();
    expect(capture.reading).toBeNull();
    expect(capture.log.index.length).toBeLessThan(204);
  });
});
