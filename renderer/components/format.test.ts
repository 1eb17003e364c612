import { describe, expect, it } from 'vitest';
import { formatBytes, formatDuration, formatElapsed, formatGibibytes } from './format.ts';

describe('formatElapsed', () => {
  it.each([
    [0, '00:00:00'],
    [751_999, '00:12:31'],
    [360_000_000, '100:00:00'],
    [-5, '00:00:00'],
  ])('writes %d ms as %s', (milliseconds, text) => {
    expect(formatElapsed(milliseconds)).toBe(text);
  });
});

describe('formatDuration', () => {
  it.each([
    [0.85, '850 µs'],
    [0.9996, '1.0 ms'],
    [2.34, '2.3 ms'],
    [9.96, '10 ms'],
    [21.4, '21 ms'],
    [999.6, '1.00 s'],
    [1530, '1.53 s'],
  ])('writes %d ms as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 KB'],
    [12_400_000, '12.4 MB'],
    [999_960, '1.0 MB'],
    [250_000_000, '250 MB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [1050, '1.05 KB'],
    [9_996, '10.0 KB'],
    [12_340, '12.3 KB'],
    [123_400, '123 KB'],
  ])('writes %d bytes in three figures as %s', (bytes, text) => {
    expect(formatBytes(bytes, 2)).toBe(text);
  });
});

it.each([
  [2 * 1024 ** 3, '2 GiB'],
  [1024 ** 3 / 2, '0.5 GiB'],
  [1500 * 1024 ** 3, '1,500 GiB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatGibibytes(bytes, 'en')).toBe(text);
});
