import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  TOPICS_ANSWER_MAX,
  TOPICS_COUNTED_MAX,
  type TopicCounts,
} from '../../../../shared/contract/topics.ts';
import type { Capture } from '../capture.ts';
import { publish, record, type ViewsBench, viewsBench, wire } from '../view-test-support.ts';
import { Topics } from './topics.ts';

let bench: ViewsBench;
let capture: Capture;
let connection: number;
let topics: Topics;

beforeEach(async () => {
  bench = await viewsBench();
  ({ capture, connection } = await bench.started());
  topics = new Topics({ use: (_id, work) => work(capture) });
});
afterEach(() => bench.end());

/** Everything that was published to since a row, asked as a page asks. */
async function countsFrom(since: number): Promise<TopicCounts> {
  const first = await topics.counts({ captureId: capture.id, since });
  if (first.next >= first.packets) return first;
  const rest = await countsFrom(first.next);
  return { ...rest, topics: [...first.topics, ...rest.topics] };
}

const valuesOf = async (...rows: number[]) =>
  (await topics.values({ captureId: capture.id, rows })).values;

describe('the topics of a capture', () => {
  it('are counted by direction, with their bytes, the first and the last message, client ids left out', async () => {
    record(capture, connection, true, [publish('a/b', '1'), publish('c', '2')]);
    record(capture, connection, false, [publish('a/b', '3')]);
    const { index } = capture.log;
    const counts = await countsFrom(0);
    expect(counts).toMatchObject({ total: 2, searched: 4, packets: 4, next: 4, live: true });
    expect(counts.topics).toEqual([
      {
        topic: 'c',
        sent: 1,
        received: 0,
        bytes: index.size(2),
        firstTime: index.time(2),
        lastTime: index.time(2),
        lastRow: 2,
      },
      {
        topic: 'a/b',
        sent: 1,
        received: 1,
        bytes: index.size(1) + index.size(3),
        firstTime: index.time(1),
        lastTime: index.time(3),
        lastRow: 3,
      },
    ]);
  });

  it('are told again only where a message came since', async () => {
    record(capture, connection, true, [publish('a', '1'), publish('b', '2')]);
    const { next } = await countsFrom(0);
    expect((await countsFrom(next)).topics).toEqual([]);
    record(capture, connection, true, [publish('b', '3')]);
    expect((await countsFrom(next)).topics).toMatchObject([{ topic: 'b', sent: 2 }]);
  });

  it('are the same when the capture is opened again', async () => {
    record(capture, connection, true, [publish('a', '1'), publish('b', '2'), publish('a', '3')]);
    const before = await countsFrom(0);
    capture = await bench.reopen(capture);
    expect(await countsFrom(0)).toEqual({ ...before, live: false });
  });

  it('come in several answers when there are many, and over the limit only as a number', async () => {
    const many = TOPICS_COUNTED_MAX + 500;
    const wired = Array.from({ length: many }, (_, at) => wire(publish(`t/${at}`, 'x')));
    capture.record(connection, true, Buffer.concat(wired));
    const first = await topics.counts({ captureId: capture.id, since: 0 });
    expect(first.topics.length).toBeLessThanOrEqual(TOPICS_ANSWER_MAX);
    const counts = await countsFrom(0);
    const names = new Set(counts.topics.map(({ topic }) => topic));
    expect(names.size).toBe(TOPICS_COUNTED_MAX);
    expect(names.has(`t/${many - 1}`)).toBe(false);
    expect(counts.total).toBe(many);
  });
});

describe('a value in short', () => {
  it('is the text on one line, with the size of the whole', async () => {
    record(capture, connection, true, [publish('a', '{\n  "x": 1\n}', 7)]);
    expect(await valuesOf(1)).toEqual([{ row: 1, text: '{ "x": 1 }', size: 12 }]);
  });

  it('is cut between two characters', async () => {
    record(capture, connection, true, [publish('a', `x${'温'.repeat(5_000)}`)]);
    const [value] = await valuesOf(1);
    expect(value?.text).toBe(`x${'温'.repeat(199)}`);
    expect(value?.size).toBe(15_001);
  });

  it('is none where the payload is no text', async () => {
    record(capture, connection, true, [
      publish('a', Buffer.from([0xff, 0xfe])),
      publish('a', Buffer.from([0, 1])),
      publish('a', ''),
    ]);
    expect((await valuesOf(1, 2, 3)).map(({ text }) => text)).toEqual([null, null, '']);
  });

  it('is there for messages alone', async () => {
    expect(await valuesOf(0, 99)).toEqual([]);
  });
});
