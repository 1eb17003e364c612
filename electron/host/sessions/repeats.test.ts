import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Message } from '../../../shared/contract/sessions.ts';
import { Repeats } from './repeats.ts';

const message: Message = {
  topic: 'a',
  qos: 1,
  retain: false,
  payload: { encoding: 'utf8', data: '' },
};

let sent: { at: number; topic: string; counter: number }[];
let failing: boolean;
let repeats: Repeats;
let began: number;

beforeEach(() => {
  vi.useFakeTimers();
  began = Date.now();
  sent = [];
  failing = false;
  repeats = new Repeats(
    async ({ topic }, counter) => {
      sent.push({ at: Date.now() - began, topic, counter });
      if (failing) throw new Error('no answer');
      return null;
    },
    () => undefined,
  );
});
afterEach(() => {
  repeats.stopAll();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const times = () => sent.map(({ at }) => at);

test('publishes now and then at each interval until stopped', async () => {
  const { id } = repeats.start(message, { everySeconds: 0.5 });
  await vi.advanceTimersByTimeAsync(1100);
  expect(times()).toEqual([0, 500, 1000]);
  expect(repeats.list()).toMatchObject([{ id, published: 3, finished: false, error: null }]);
  repeats.stop(id);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toHaveLength(3);
  expect(repeats.list()).toEqual([]);
  expect(() => repeats.stop(id)).toThrow('no repeat');
});

test('numbers the messages of each repeat from 1', async () => {
  repeats.start(message, { everySeconds: 1 });
  repeats.start({ ...message, topic: 'b' }, { everySeconds: 2 });
  await vi.advanceTimersByTimeAsync(2000);
  const counters = (topic: string) =>
    sent.filter((one) => one.topic === topic).map(({ counter }) => counter);
  expect([counters('a'), counters('b')]).toEqual([
    [1, 2, 3],
    [1, 2],
  ]);
});

test('is finished after its count and stays in the list to be read', async () => {
  repeats.start(message, { everySeconds: 0.1, count: 3 });
  await vi.advanceTimersByTimeAsync(5000);
  expect(times()).toEqual([0, 100, 200]);
  expect(repeats.list()).toMatchObject([{ count: 3, published: 3, finished: true }]);
});

test('counts failed publishes as tries and keeps the last failure', async () => {
  failing = true;
  repeats.start(message, { everySeconds: 0.1, count: 2 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(repeats.list()).toMatchObject([
    { published: 0, finished: true, error: { code: 'internal', detail: 'no answer' } },
  ]);
});

test('comes up to the jitter later each time, which does not add up', async () => {
  vi.spyOn(Math, 'random').mockReturnValueOnce(0.5).mockReturnValueOnce(0.25).mockReturnValue(0);
  repeats.start(message, { everySeconds: 1, jitterMs: 400 });
  await vi.advanceTimersByTimeAsync(3000);
  expect(times()).toEqual([0, 1200, 2100, 3000]);
});

test('does not make up for what a sleeping machine has missed', async () => {
  repeats.start(message, { everySeconds: 1 });
  const awake = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => awake() + 3_600_000);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toHaveLength(3);
});

test('all are stopped at once', async () => {
  repeats.start(message, { everySeconds: 0.1 });
  repeats.start(message, { everySeconds: 0.1, count: 1 });
  await vi.advanceTimersByTimeAsync(10);
  repeats.stopAll();
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toHaveLength(2);
  expect(repeats.list()).toEqual([]);
});
