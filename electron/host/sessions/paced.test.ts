import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from './paced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first is told at once, and what comes soon after it together at the end of the pause', () => {
  const tell = vi.fn();
  const due = paced(tell, 250);
  due();
  expect(tell).toHaveBeenCalledTimes(1);
  due();
  due();
  vi.advanceTimersByTime(249);
  expect(tell).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(tell).toHaveBeenCalledTimes(2);
  due();
  vi.advanceTimersByTime(250);
  expect(tell).toHaveBeenCalledTimes(3);
});

test('nothing is told while nothing is due, and the next is told at once again', () => {
  const tell = vi.fn();
  const due = paced(tell, 250);
  due();
  vi.advanceTimersByTime(10_000);
  expect(tell).toHaveBeenCalledTimes(1);
  due();
  expect(tell).toHaveBeenCalledTimes(2);
});
