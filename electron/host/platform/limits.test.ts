import { expect, test } from 'vitest';
import { isTopicWithin, platformLimits, RateWindows } from './limits.ts';

test('events are counted by key, anew in each window', () => {
  const rates = new RateWindows(1000);
  expect([0, 500, 999, 1000, 1001].map((now) => rates.add('a', now))).toEqual([1, 2, 3, 1, 2]);
  expect(rates.add('b', 1001)).toBe(1);
});

test('a topic is measured in bytes of UTF-8 and in slashes', () => {
  expect(isTopicWithin(platformLimits, 'x'.repeat(128))).toBe(true);
  expect(isTopicWithin(platformLimits, 'x'.repeat(129))).toBe(false);
  expect(isTopicWithin(platformLimits, `${'温'.repeat(42)}xx`)).toBe(true);
  expect(isTopicWithin(platformLimits, `${'温'.repeat(42)}xxx`)).toBe(false);
  expect(isTopicWithin(platformLimits, '/1/2/3/4/5/6/7')).toBe(true);
  expect(isTopicWithin(platformLimits, '/1/2/3/4/5/6/7/8')).toBe(false);
});
