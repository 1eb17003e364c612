import { describe, expect, it } from 'vitest';
import { lineHeights, shapeOf, sinkOf } from './row-shape.ts';

describe('an arrow', () => {
  it('is level without an answer and up to a millisecond, and sinks with every order of magnitude', () => {
    expect(sinkOf(null, 12)).toBe(0);
    expect(sinkOf(900, 12)).toBe(0);
    expect(sinkOf(10_000, 12)).toBe(3);
    expect(sinkOf(100_000, 12)).toBe(6);
    expect(sinkOf(1_000_000, 12)).toBe(9);
  });

  it('never leaves its line', () => {
    expect(sinkOf(3_600_000_000, 12)).toBe(12);
    for (const height of lineHeights) {
      const { label, words, arrow, slope, stub } = shapeOf(height);
      expect(arrow).toBeGreaterThan(words ?? label);
      expect(arrow + slope).toBeLessThan(height);
      expect(stub).toBeLessThan(height);
    }
  });
});
