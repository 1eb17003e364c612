import { describe, expect, it } from 'vitest';
import { asciiOf, bytesPerLine, hexOf, offsetOf } from './hex-lines.ts';

describe('a line of a dump', () => {
  it('shows bytes, ASCII and the offset', () => {
    expect([0, 10, 255].map(hexOf)).toEqual(['00', '0a', 'ff']);
    expect([0x41, 0x7e, 0x7f, 0x1f, 0xe6].map(asciiOf)).toEqual(['A', '~', '·', '·', '·']);
    expect([0, 255, 0x12345].map(offsetOf)).toEqual(['0000', '00ff', '12345']);
  });

  it('holds as many bytes as fit', () => {
    expect(bytesPerLine(135, 4)).toBe(32);
    expect(bytesPerLine(134, 4)).toBe(16);
    expect(bytesPerLine(71, 4)).toBe(16);
    expect(bytesPerLine(70, 4)).toBe(8);
    expect(bytesPerLine(71, 5)).toBe(8);
    expect(bytesPerLine(39, 4)).toBe(8);
    expect(bytesPerLine(38, 4)).toBe(4);
  });
});
