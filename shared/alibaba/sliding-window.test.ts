import { expect, test } from 'vitest';
import { SlidingWindow } from './sliding-window.ts';

test('what is as old as the window is long has left it', () => {
  const window = new SlidingWindow(1000);
  const sums = [0, 500, 999, 1000, 1500, 3000].map((time) => {
    window.add(time);
    return window.sum(time);
  });
  expect(sums).toEqual([1, 2, 3, 3, 3, 1]);
});

test('amounts are added up, also over a long time', () => {
  const window = new SlidingWindow(10);
  for (let time = 0; time < 5000; time += 1) {
    window.add(time, 2);
    expect(window.sum(time)).toBe(2 * Math.min(time + 1, 10));
  }
});
