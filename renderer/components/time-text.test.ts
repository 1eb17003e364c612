import { describe, expect, it } from 'vitest';
import { aRow } from '../stores/view/test-rows.ts';
import { deltaText, midnightAfter, timeText, zoneText } from './time-text.ts';

const time = new Date(2026, 10, 25, 12, 1, 3, 221).getTime() * 1_000 + 47;
const row = aRow(0, { time, sinceConnect: 61_042_000 });

describe('the time of a row', () => {
  it('is the time of day, with the date where the capture spans days', () => {
    expect(timeText(row, undefined, { kind: 'clock', date: false })).toBe('12:01:03.221');
    expect(timeText(row, undefined, { kind: 'clock', date: true })).toBe('11-25 12:01:03.221');
  });

  it('counts from a packet, forwards and backwards', () => {
    const since = (origin: number) => timeText(row, undefined, { kind: 'since', origin });
    expect(since(time - 1_500_000)).toBe('00:00:01.500');
    expect(since(time + 1_500_000)).toBe('-00:00:01.500');
  });

  it('counts from the start of its connection, and is empty where that is not known', () => {
    expect(timeText(row, undefined, { kind: 'connect' })).toBe('00:01:01.042');
    expect(timeText(aRow(0), undefined, { kind: 'connect' })).toBe('');
  });

  it('counts from the row above', () => {
    expect(timeText(row, time - 21_000, { kind: 'delta' })).toBe('+21 ms');
    expect(deltaText(time, undefined)).toBe('');
  });
});

describe('days and zones', () => {
  it('tells when a day ends', () => {
    const midnight = new Date(2026, 11, 1).getTime() * 1_000;
    expect(midnightAfter(midnight - 1)).toBe(midnight);
    expect(midnightAfter(midnight)).toBe(new Date(2026, 11, 2).getTime() * 1_000);
  });

  it('writes the zone as its distance from UTC', () => {
    expect(zoneText(time)).toMatch(/^UTC([+−]\d{1,2}(:\d\d)?)?$/);
  });
});
