import { expect, test } from 'vitest';
import { DialogueTracker } from '../../../shared/session/dialogue.ts';
import { ExchangeTracker } from '../../../shared/session/exchange.ts';
import { PacketIndex } from './packet-index.ts';
import { type IndexTarget, StreamIndexer } from './stream-indexer.ts';
import { TopicTable } from './topic-table.ts';

/** A direction that is sent, over a sink that keeps what it is given while it accepts. */
function indexer() {
  const target = {
    index: new PacketIndex(),
    dialogues: new DialogueTracker(),
    topics: new TopicTable(),
    pieces: new Map<number, readonly number[]>(),
    changed: [] as number[],
    dropped: 0,
    rowChanged: (row: number) => void target.changed.push(row),
    packetDropped: () => {
      target.dropped += 1;
    },
  } satisfies IndexTarget & { changed: number[]; dropped: number };
  const context = {
    number: 0,
    level: 4,
    begun: null,
    ended: null,
    exchanges: new ExchangeTracker(),
  };
  const stream = new StreamIndexer(target, context, true);
  const sink = { open: true, kept: '' };
  const feed = (text: string) => {
    const chunk = Buffer.from(text, 'latin1');
    return stream.feed(chunk, 1, {
      accepts: () => sink.open,
      place: (start, end) => {
        const position = sink.kept.length;
        sink.kept += chunk.toString('latin1', start, end);
        return position;
      },
    });
  };
  return { target, sink, feed, end: () => stream.end(2) };
}

const PING = '\xc0\x00';
const HELLO = '0\x08\x00\x01thello';

test('packets in one chunk and a packet over several are rows with their places', () => {
  const { target, sink, feed } = indexer();
  feed(`${PING}${HELLO.slice(0, 3)}`);
  feed(HELLO.slice(3, 4));
  expect(target.index.length).toBe(1);
  feed(HELLO.slice(4) + PING);
  expect(target.index.length).toBe(3);
  expect(target.pieces.get(1)).toEqual([2, 3, 5, 1, 6, 6]);
  expect(target.topics.text(target.index.topic(1))).toBe('t');
  expect(sink.kept).toBe(PING + HELLO + PING);
});

test('while nothing is accepted whole packets are counted, not chunks', () => {
  const { target, sink, feed } = indexer();
  sink.open = false;
  feed(PING + PING + HELLO.slice(0, 4));
  feed(HELLO.slice(4));
  expect(target).toMatchObject({ dropped: 3, index: { length: 0 } });
  sink.open = true;
  feed(HELLO);
  expect(target).toMatchObject({ dropped: 3, index: { length: 1 } });
  expect(sink.kept).toBe(HELLO);
});

test('a packet that began is kept to its end, one that began too early is dropped to its end', () => {
  const { target, sink, feed } = indexer();
  feed(HELLO.slice(0, 4));
  sink.open = false;
  feed(HELLO.slice(4) + HELLO.slice(0, 4));
  sink.open = true;
  feed(HELLO.slice(4) + PING);
  expect(target).toMatchObject({ dropped: 1, index: { length: 2 } });
  expect(sink.kept).toBe(HELLO + PING);
});

test('a dropped packet that its connection cuts off is counted once', () => {
  const { target, sink, feed, end } = indexer();
  sink.open = false;
  feed(HELLO.slice(0, 4));
  end();
  end();
  expect(target).toMatchObject({ dropped: 1, index: { length: 0 } });
});

test('what is no protocol is kept in broken rows, and the reason is answered', () => {
  const { target, feed } = indexer();
  expect(feed(`${PING}\x00garbage`)).toBe('reserved-type');
  expect(feed('more')).toBe('reserved-type');
  expect([0, 1, 2].map((row) => target.index.broken(row))).toEqual([false, true, true]);
  expect([0, 1, 2].map((row) => target.index.size(row))).toEqual([2, 8, 4]);
});

test('a packet longer than a segment is kept in pieces that fit one', () => {
  const { target, feed } = indexer();
  feed(`0\x84\x80\x08\x00\x01t${'x'.repeat(131_073)}`);
  const lengths = (target.pieces.get(0) ?? []).filter((_, at) => at % 2 === 1);
  expect(target.index.size(0)).toBe(131_080);
  expect(lengths.every((length) => length <= 65_495)).toBe(true);
  expect(lengths.reduce((sum, length) => sum + length)).toBe(131_080);
});
