import { expect, it } from 'vitest';
import { formatAgo } from './format-ago.ts';

const MINUTE = 60_000;

it.each([
  [0, 'now'],
  [MINUTE - 1, 'now'],
  [MINUTE, '1m ago'],
  [59 * MINUTE, '59m ago'],
  [60 * MINUTE, '1h ago'],
  [24 * 60 * MINUTE, 'yesterday'],
  [3 * 24 * 60 * MINUTE, '3d ago'],
])('%i ms ago are %s', (milliseconds, text) => {
  expect(formatAgo(milliseconds, 'en')).toBe(text);
});

it('speaks the language of the page', () => {
  expect(formatAgo(5 * MINUTE, 'zh-CN')).toBe('5分钟前');
});
