import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wellBehaved } from '../../../shared/alibaba/misbehaviour.ts';
import {
  LOG_EVENT_LINES_MAX,
  type PlatformDeviceView,
  type PlatformLogTail,
} from '../../../shared/contract/platform.ts';
import { newRecord } from '../platform/state.ts';
import { deviceView } from './device-view.ts';
import { PlatformNews } from './platform-news.ts';

const owner = { productKey: 'a1pk', deviceName: 'lamp' };
const view = deviceView({
  ...newRecord('a1pk', 'lamp'),
  online: false,
  since: null,
  subscriptions: [],
  misbehaviour: wellBehaved,
});
const entry = (number: number) => ({
  number,
  time: 0,
  ...owner,
  code: 200,
  message: 'a topic',
  direction: 'up' as const,
});

let devices: PlatformDeviceView[];
let tails: PlatformLogTail[];
let news: PlatformNews;
beforeEach(() => {
  vi.useFakeTimers();
  devices = [];
  tails = [];
  news = new PlatformNews({
    deviceChanged: (one) => devices.push(one),
    logGrew: (tail) => tails.push(tail),
  });
});
afterEach(() => {
  news.close();
  vi.useRealTimers();
});

test('many changes of a device come to four events a second', () => {
  news.watch(owner);
  for (let change = 0; change < 1000; change += 1) {
    news.deviceChanged(owner, () => view);
    vi.advanceTimersByTime(1);
  }
  expect(devices).toHaveLength(4);
});

test('an event tells of the device as it is then', () => {
  news.watch(owner);
  let now = view;
  news.deviceChanged(owner, () => now);
  now = { ...view, online: true };
  vi.runAllTimers();
  expect(devices).toEqual([{ ...view, online: true }]);
});

test('a device that nobody watches, or that was forgotten, is not told of', () => {
  news.deviceChanged(owner, () => view);
  news.watch(owner);
  news.deviceChanged(owner, () => view);
  news.forget(owner);
  vi.runAllTimers();
  expect(devices).toEqual([]);
});

test('a flood of lines comes to the last of them, and to how many there were', () => {
  news.followLog();
  for (let number = 1; number <= 10_000; number += 1) news.logged(entry(number));
  vi.runAllTimers();
  expect(tails).toMatchObject([{ total: 10_000 }]);
  expect(tails[0]?.lines).toHaveLength(LOG_EVENT_LINES_MAX);
  expect(tails[0]?.lines.at(-1)?.number).toBe(10_000);
});

test('no line is told of before somebody has asked for the log', () => {
  news.logged(entry(1));
  vi.runAllTimers();
  expect(tails).toEqual([]);
});
