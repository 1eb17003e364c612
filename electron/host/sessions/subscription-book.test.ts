import type { Packet } from 'mqtt';
import { expect, test } from 'vitest';
import { SubscriptionBook } from './subscription-book.ts';

const subscribe = (messageId: number, topics: string[], qos: 0 | 1 = 1): Packet => ({
  cmd: 'subscribe',
  messageId,
  subscriptions: topics.map((topic) => ({ topic, qos })),
});
const publish = (topic: string): Packet => ({
  cmd: 'publish',
  topic,
  payload: '',
  qos: 0,
  dup: false,
  retain: false,
});

test('grants are kept by filter, in the order asked', () => {
  const book = new SubscriptionBook();
  book.sent(subscribe(1, ['a', 'b']));
  expect(book.granted('a')).toBeNull();
  expect(book.received({ cmd: 'suback', messageId: 1, granted: [1, 128] })).toBe(true);
  expect([book.granted('a'), book.granted('b')]).toEqual([1, 128]);
});

test('a message counts for every filter it matches', () => {
  const book = new SubscriptionBook();
  book.sent(subscribe(1, ['s/+', 's/1', 'x']));
  book.received(publish('s/1'));
  book.sent(subscribe(2, ['#']));
  book.received(publish('s/1'));
  expect(book.messages()).toEqual({ 's/+': 2, 's/1': 2, x: 0, '#': 1 });
});

test('an unsubscribed filter leaves when the broker has answered', () => {
  const book = new SubscriptionBook();
  book.sent(subscribe(1, ['a', 'b']));
  book.sent({ cmd: 'unsubscribe', messageId: 2, unsubscriptions: ['a'] });
  expect(book.list()).toHaveLength(2);
  expect(book.received({ cmd: 'unsuback', messageId: 2, granted: [] })).toBe(true);
  expect(book.list().map(({ filter }) => filter)).toEqual(['b']);
});

test('a refused filter can be forgotten, another not', () => {
  const book = new SubscriptionBook();
  book.sent(subscribe(1, ['a', 'refused', 'unanswered']));
  book.received({ cmd: 'suback', messageId: 1, granted: [1, 128] });
  const forgotten = ['a', 'refused', 'unanswered', 'never'].filter((one) =>
    book.forgetRefused(one),
  );
  expect(forgotten).toEqual(['refused']);
  expect(book.list().map(({ filter }) => filter)).toEqual(['a', 'unanswered']);
});

test('a filter asked for again waits for its answer and keeps its count', () => {
  const book = new SubscriptionBook();
  book.sent(subscribe(1, ['a'], 0));
  book.received({ cmd: 'suback', messageId: 1, granted: [0] });
  book.received(publish('a'));
  book.sent(subscribe(2, ['a'], 1));
  expect(book.list()).toEqual([{ filter: 'a', requestedQos: 1, granted: null }]);
  expect(book.messages()).toEqual({ a: 1 });
});

test('a lost session gives back what was granted, and nothing is subscribed', () => {
  const book = new SubscriptionBook();
  book.sent(subscribe(1, ['a', 'refused', 'unanswered']));
  book.received({ cmd: 'suback', messageId: 1, granted: [1, 128] });
  expect(book.takeGranted().map(({ filter }) => filter)).toEqual(['a']);
  expect(book.list()).toEqual([]);
});
