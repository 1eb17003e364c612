import { describe, expect, it } from 'vitest';
import { formatClock, formatSince } from './clock.ts';

const noon = new Date(2026, 10, 22, 12, 1, 3).getTime() * 1_000;

describe('the clock', () => {
  it('shows the local time of day with milliseconds or microseconds', () => {
    expect(formatClock(noon + 221_047)).toBe('12:01:03.221');
    expect(formatClock(noon + 221_047, 6)).toBe('12:01:03.221047');
    expect(formatClock(noon + 7, 6)).toBe('12:01:03.000007');
  });

  it('shows a span with milliseconds, cut and not rounded up', () => {
    expect(formatSince(0)).toBe('00:00:00.000');
    expect(formatSince(1_999_999)).toBe('00:00:01.999');
    expect(formatSince(((100 * 60 + 2) * 60 + 3) * 1_000_000)).toBe('100:02:03.000');
    expect(formatSince(-1_500_000)).toBe('-00:00:01.500');
  });
});
