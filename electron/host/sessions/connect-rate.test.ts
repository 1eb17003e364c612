import { expect, test } from 'vitest';
import { ConnectRate } from './connect-rate.ts';

test('five connects of a device go out at once, the sixth a minute after the first', () => {
  const rate = new ConnectRate();
  for (const at of [1000, 2000, 3000, 4000, 5000]) {
    expect(rate.allowedAt('a', at)).toBeLessThanOrEqual(at);
    rate.made('a', at);
  }
  expect(rate.allowedAt('a', 6000)).toBe(61_000);
  expect(rate.allowedAt('a', 61_000)).toBeLessThanOrEqual(61_000);
  rate.made('a', 61_000);
  expect(rate.allowedAt('a', 61_500)).toBe(62_000);
});

test('another device is not held up', () => {
  const rate = new ConnectRate();
  for (let at = 0; at < 5; at += 1) rate.made('a', at);
  expect(rate.allowedAt('b', 5)).toBeLessThanOrEqual(5);
});
