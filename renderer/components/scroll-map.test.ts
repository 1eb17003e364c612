import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTENT_HEIGHT_MAX,
  contentHeight,
  lastScrollTop,
  lastTop,
  positionAt,
  rowsInSight,
  scrolledTo,
  tailPosition,
  topShowing,
} from './scroll-map.ts';

const viewport = 480;
const rowHeight = 24;
const small = { total: 1_000, viewport, rowHeight };
const huge = { total: 10_000_000, viewport, rowHeight };

describe('the scroll map', () => {
  it('never makes content taller than browsers allow', () => {
    expect(contentHeight(small)).toBe(24_000);
    expect(contentHeight(huge)).toBe(CONTENT_HEIGHT_MAX);
  });

  it('leaves scrolling alone while the content is not compressed', () => {
    const from = positionAt(0, small);
    expect(scrolledTo(12_345, from, small)).toEqual({ top: 12_345, scrollTop: 12_345 });
  });

  it('reaches the last row of ten million at the end of the scrollbar', () => {
    const end = scrolledTo(lastScrollTop(huge), positionAt(0, huge), huge);
    expect(end.top).toBe(lastTop(huge));
    const { first, count } = rowsInSight(end, huge, 0);
    expect(first + count).toBe(huge.total);
    expect(tailPosition(huge)).toEqual({ top: lastTop(huge), scrollTop: lastScrollTop(huge) });
  });

  it('moves as many rows as the eye sees on a turn of the wheel in compressed content', () => {
    const from = positionAt(120_000_000, huge);
    expect(scrolledTo(from.scrollTop + 100, from, huge).top).toBe(from.top + 100);
    expect(scrolledTo(from.scrollTop - 100, from, huge).top).toBe(from.top - 100);
  });

  it('moves by proportion when the scrollbar of compressed content is dragged', () => {
    const middle = scrolledTo(lastScrollTop(huge) / 2, positionAt(0, huge), huge);
    expect(middle.top).toBeCloseTo(lastTop(huge) / 2, 3);
  });

  it('maps a place to the scrollbar and back for any length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, share) => {
          const geometry = { total, viewport, rowHeight };
          const top = share * lastTop(geometry);
          const { scrollTop } = positionAt(top, geometry);
          expect(scrollTop).toBeGreaterThanOrEqual(0);
          expect(scrollTop).toBeLessThanOrEqual(lastScrollTop(geometry));
          const far = { top: 0, scrollTop: scrollTop > 10_000 ? 0 : 20_000 };
          expect(Math.abs(scrolledTo(scrollTop, far, geometry).top - top)).toBeLessThan(0.001);
        },
      ),
    );
  });

  it('never scrolls past either end', () => {
    const atStart = { top: 30, scrollTop: 200 };
    expect(scrolledTo(100, atStart, huge).top).toBe(0);
    const atEnd = { top: lastTop(huge) - 10, scrollTop: 9_000_000 };
    expect(scrolledTo(9_000_100, atEnd, huge).top).toBe(lastTop(huge));
  });
});

describe('the rows in sight', () => {
  it('fill the viewport and the overscan, within the rows there are', () => {
    expect(rowsInSight({ top: 2_400, scrollTop: 2_400 }, small, 5)).toEqual({
      first: 95,
      count: 31,
    });
    expect(rowsInSight({ top: 0, scrollTop: 0 }, { total: 3, viewport, rowHeight }, 5)).toEqual({
      first: 0,
      count: 3,
    });
  });
});

describe('showing a row', () => {
  const from = positionAt(2_400, small);

  it('moves nothing when the row is in sight', () => {
    expect(topShowing(105, from, small)).toBe(2_400);
  });

  it('moves just enough for a near row', () => {
    expect(topShowing(99, from, small)).toBe(99 * rowHeight);
    expect(topShowing(120, from, small)).toBe(121 * rowHeight - viewport);
  });

  it('centres a far row and stays within the rows', () => {
    expect(topShowing(500, from, small)).toBe(500 * rowHeight - 228);
    expect(topShowing(999, from, small)).toBe(lastTop(small));
  });
});
