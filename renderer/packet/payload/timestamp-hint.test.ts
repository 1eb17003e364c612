import { describe, expect, it } from 'vitest';
import { timestampHints } from './timestamp-hint.ts';

const times = (text: string) => timestampHints(text).map(({ time }) => time);

describe('a moment in JSON', () => {
  it('is a number of milliseconds since the epoch', () => {
    expect(timestampHints('{"t": 1763800000123}')).toEqual([{ end: 19, time: 1763800000123 }]);
    expect(times('[1763800000123, "x"]')).toEqual([1763800000123]);
    expect(times('{"deviceSendTime":"1571724098000"}')).toEqual([1571724098000]);
  });

  it('is a number of seconds only under a name that speaks of time', () => {
    expect(times('{"timestamp": 1763800000, "ts":1763800001, "createdAt": 1763800002}')).toEqual([
      1763800000000, 1763800001000, 1763800002000,
    ]);
    expect(times('{"serial": 1763800000}')).toEqual([]);
  });

  it('is no other number', () => {
    expect(
      times('{"id": 12345678901234567890, "a": 99, "b": 9763800000123, "c": 0.1763800000123}'),
    ).toEqual([]);
  });
});
