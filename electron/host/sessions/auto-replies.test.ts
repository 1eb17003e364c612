import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AutoReply } from '../../../shared/contract/auto-replies.ts';
import { HostError } from '../../../shared/contract/result.ts';
import { AutoReplies } from './auto-replies.ts';

const owner = { productKey: 'a1B2c3D4e5F', deviceName: 'lamp-01' };
const OWN = '/sys/a1B2c3D4e5F/lamp-01';
const SET = `${OWN}/thing/service/property/set`;

let sent: { at: number; topic: string; qos: number; asked: string }[];
let failing: boolean;
let began: number;
let replies: AutoReplies;

beforeEach(() => {
  vi.useFakeTimers();
  began = Date.now();
  sent = [];
  failing = false;
  replies = new AutoReplies({
    owner,
    publish: async ({ topic, qos }, _counter, request) => {
      if (failing) throw new HostError('not-connected', 'away');
      sent.push({ at: Date.now() - began, topic, qos, asked: request('id') });
    },
    changed: () => undefined,
  });
});
afterEach(() => vi.useRealTimers());

const reply = (changes: Partial<AutoReply> = {}): AutoReply => ({
  id: 'r1',
  trigger: 'property-set',
  service: '',
  enabled: true,
  delayMs: 0,
  payload: '{}',
  ...changes,
});
const ask = (topic: string, id = '7') => replies.received(topic, () => `{"id":"${id}"}`);

test('a request is answered after the delay, with what it asked at hand', async () => {
  replies.set([reply({ delayMs: 300 })]);
  ask(SET);
  await vi.advanceTimersByTimeAsync(299);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([{ at: 300, topic: `${SET}_reply`, qos: 1, asked: '7' }]);
  expect(replies.list()).toMatchObject([{ id: 'r1', sent: 1, error: null }]);
});

test('nothing is answered without a reply that is on', async () => {
  ask(SET);
  replies.set([reply({ enabled: false }), reply({ id: 'r2', trigger: 'rrpc' })]);
  ask(SET);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([]);
});

test('what was counted stays when a reply is changed, and goes with it', async () => {
  replies.set([reply()]);
  ask(SET);
  await vi.advanceTimersByTimeAsync(0);
  replies.set([reply({ delayMs: 5 })]);
  expect(replies.list()).toMatchObject([{ delayMs: 5, sent: 1 }]);
  replies.set([]);
  replies.set([reply()]);
  expect(replies.list()).toMatchObject([{ sent: 0 }]);
});

test('a custom RRPC is answered once: its answer coming back is no request', async () => {
  replies.set([reply({ trigger: 'rrpc' })]);
  ask('/ext/rrpc/5/a/b');
  await vi.advanceTimersByTimeAsync(0);
  for (const { topic } of [...sent]) ask(topic);
  ask('/ext/rrpc/6/a/b');
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ topic, qos }) => [topic, qos])).toEqual([
    ['/ext/rrpc/5/a/b', 0],
    ['/ext/rrpc/6/a/b', 0],
  ]);
});

test('an answer that cannot be sent is no answer, and its reason is kept until one is', async () => {
  replies.set([reply()]);
  failing = true;
  ask(SET);
  await vi.advanceTimersByTimeAsync(0);
  expect(replies.list()).toMatchObject([
    { sent: 0, error: { code: 'not-connected', detail: 'away' } },
  ]);
  failing = false;
  ask(SET);
  await vi.advanceTimersByTimeAsync(0);
  expect(replies.list()).toMatchObject([{ sent: 1, error: null }]);
});

test('more requests than can wait are left unanswered, and that is said', async () => {
  replies.set([reply({ delayMs: 1000 })]);
  for (let count = 0; count < 1001; count += 1) ask(SET);
  expect(replies.list()[0]?.error).toMatchObject({ code: 'too-many' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toHaveLength(1000);
});

test('answers that wait are not sent after the end', async () => {
  replies.set([reply({ delayMs: 100 })]);
  ask(SET);
  replies.stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([]);
});
