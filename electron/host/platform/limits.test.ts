import { expect, test } from 'vitest';
import {
  PUBLISH_RATES,
  PublishRate,
} from '../../../shared/alibaba/diagnosis/session/publish-rates.ts';
import { isTopicWithin, platformLimits, RATE_SECOND_MS, RateWindows } from './limits.ts';

const overs = (times: readonly number[], limit: number, length = 1000) => {
  const rates = new RateWindows(length);
  return times.filter((time) => rates.take('a', time, limit).isOver);
};

test('no more than the limit is taken in any window, by key; what is over does not count', () => {
  expect(overs([0, 500, 999, 1000, 1001, 1500], 2)).toEqual([999, 1001]);
  const rates = new RateWindows(1000);
  expect(rates.take('a', 0, 5, 3)).toEqual({ count: 3, isOver: false, isFirstOver: false });
  expect(rates.take('a', 1, 5, 3)).toEqual({ count: 6, isOver: true, isFirstOver: true });
  expect(rates.take('a', 2, 5, 3)).toEqual({ count: 6, isOver: true, isFirstOver: false });
  expect(rates.take('a', 2, 5, 2)).toMatchObject({ count: 5, isOver: false });
  expect(rates.take('b', 2, 5, 3)).toMatchObject({ count: 3, isOver: false });
  expect(rates.take('a', 1001, 5, 6)).toMatchObject({ isOver: true, isFirstOver: true });
});

test('a message each 100 ms is ten a second, also where one is late; one each 33 ms is not', () => {
  const each = (interval: number) =>
    Array.from({ length: 60 }, (_, at) => at * interval + (at % 10 === 0 ? 12 : 0));
  expect(overs(each(100), 10, RATE_SECOND_MS)).toEqual([]);
  expect(overs(each(33), 10, RATE_SECOND_MS).length).toBeGreaterThan(35);
});

test('what is dropped for the rate is what the diagnosis calls over it, however messages come', () => {
  for (const interval of [5, 33, 60, 90, 96, 100, 130]) {
    const times = Array.from({ length: 200 }, (_, at) => at * interval + ((at * 7) % 5));
    const rate = new PublishRate(1);
    const isOver = (time: number) =>
      rate.count({ header: 0x32, direction: 'sent', time: time * 1000 }) > PUBLISH_RATES[1];
    const told = times.filter(isOver);
    const dropped = overs(times, platformLimits.qos1PerSecond, RATE_SECOND_MS);
    expect(told).toEqual(expect.arrayContaining(dropped));
    expect(told[0]).toBe(dropped[0]);
  }
});

test('a topic is measured in bytes of UTF-8 and in slashes', () => {
  expect(isTopicWithin(platformLimits, 'x'.repeat(128))).toBe(true);
  expect(isTopicWithin(platformLimits, 'x'.repeat(129))).toBe(false);
  expect(isTopicWithin(platformLimits, `${'温'.repeat(42)}xx`)).toBe(true);
  expect(isTopicWithin(platformLimits, `${'温'.repeat(42)}xxx`)).toBe(false);
  expect(isTopicWithin(platformLimits, '/1/2/3/4/5/6/7')).toBe(true);
  expect(isTopicWithin(platformLimits, '/1/2/3/4/5/6/7/8')).toBe(false);
});
