import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deviceAsks } from '../../../shared/session/dialogue.ts';
import { ReplyBook } from './reply-book.ts';

const POST = '/sys/a1B2c3D4e5F/lamp-01/thing/event/property/post';
const NTP = '/ext/ntp/a1B2c3D4e5F/lamp-01';

let book: ReplyBook;
beforeEach(() => {
  vi.useFakeTimers();
  book = new ReplyBook();
});
afterEach(() => {
  book.stop();
  vi.useRealTimers();
});

/** The id under which a reply is awaited. */
function expectReply(payload: string, topic = POST): string {
  const expected = book.expect(topic, payload);
  if (expected === null) throw new Error('nothing replies');
  return expected.id;
}
const receive = (payload: string, topic = `${POST}_reply`) => book.received(topic, () => payload);

test('a reply is found by its id, with its code, its meaning and how long it took on the wire', async () => {
  const first = expectReply('{"id":"1"}');
  const second = expectReply('{"id":"2"}');
  book.recorded(deviceAsks(POST, '{"id":"2"}') ?? '', 40);
  receive('{"id":"2","code":6106}');
  receive('{"id":"1","code":200}');
  expect(await book.reply(second)).toEqual({
    topic: `${POST}_reply`,
    payload: '{"id":"2","code":6106}',
    protocol: 'alink',
    code: 6106,
    isSuccess: false,
    message: '',
    leftOut: [],
    milliseconds: 40,
    clockOffset: null,
  });
  expect(await book.reply(first)).toMatchObject({ code: 200, isSuccess: true });
});

test('a reply that does not come in ten seconds is none', async () => {
  const id = expectReply('{"id":"1"}');
  const reply = book.reply(id);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await reply).toBeNull();
  receive('{"id":"1","code":200}');
  expect(await book.reply(id)).toBeNull();
});

test('what came can be asked for late, but not for ever', async () => {
  const id = expectReply('{"id":"1"}');
  receive('{"id":"1","code":200}');
  await vi.advanceTimersByTimeAsync(29_000);
  expect(await book.reply(id)).toMatchObject({ code: 200 });
  await vi.advanceTimersByTimeAsync(2000);
  await expect(book.reply(id)).rejects.toMatchObject({ code: 'not-found' });
});

test('the reply to a question for the time tells how far the clocks are apart', async () => {
  const sent = Date.now();
  const id = expectReply(`{"deviceSendTime":"${sent}"}`, `${NTP}/request`);
  const server = sent + 5000;
  receive(
    `{"deviceSendTime":"${sent}","serverRecvTime":"${server}","serverSendTime":"${server}"}`,
    `${NTP}/response`,
  );
  expect(await book.reply(id)).toMatchObject({ code: null, clockOffset: 5000 });
});

test('nothing is awaited where nothing replies, or where no reply is wanted', () => {
  for (const [topic, payload] of [
    ['/a1B2c3D4e5F/lamp-01/user/update', '{"id":"1"}'],
    [`${POST}_reply`, '{"id":"1"}'],
    [POST, '{"id":"1","sys":{"ack":0}}'],
  ] as const)
    expect(book.expect(topic, payload)).toBeNull();
});

test('of two messages with one id, the later gets the reply', async () => {
  const first = expectReply('{"id":"1"}');
  const second = expectReply('{"id":"1"}');
  receive('{"id":"1","code":200}');
  expect(await book.reply(first)).toBeNull();
  expect(await book.reply(second)).toMatchObject({ code: 200 });
});

test('a session that ends awaits nothing more', async () => {
  const reply = book.reply(expectReply('{"id":"1"}'));
  book.stop();
  expect(await reply).toBeNull();
});
