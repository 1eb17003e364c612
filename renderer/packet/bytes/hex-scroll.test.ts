import { describe, expect, it } from 'vitest';
import { contentHeight, scrollTopKeeping, scrollTopShowing, topOf } from './hex-scroll.ts';

const few = { lines: 1000, lineHeight: 18, viewport: 180 };
const many = { ...few, lines: 4_000_000 };

describe('scrolling a dump', () => {
  it('is by pixels as long as they fit', () => {
    expect(contentHeight(few)).toBe(18_000);
    expect(topOf(1234, few)).toBe(1234);
  });

  it('reaches the last of any number of lines', () => {
    const last = contentHeight(many) - many.viewport;
    expect(contentHeight(many)).toBe(15_000_000);
    expect(topOf(last, many)).toBeCloseTo(many.lines * many.lineHeight - many.viewport);
    const scrollTop = scrollTopKeeping(many.lines - 1, 0, many);
    expect(scrollTop).toBeCloseTo(last);
  });

  it('moves for a stretch of lines only if none of it is in sight', () => {
    expect(scrollTopShowing(5, 6, 0, few)).toBe(0);
    expect(scrollTopShowing(0, 100, 900, few)).toBe(900);
    expect(scrollTopShowing(50, 51, 0, few)).toBe(49 * 18);
    expect(scrollTopShowing(0, 1, 900, few)).toBe(0);
  });

  it('follows the cursor by as little as that takes', () => {
    expect(scrollTopKeeping(5, 0, few)).toBe(0);
    expect(scrollTopKeeping(10, 0, few)).toBe(18);
    expect(scrollTopKeeping(3, 90, few)).toBe(54);
  });
});
