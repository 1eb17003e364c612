import { describe, expect, it } from 'vitest';
import { PAGE_ROWS, PAGES_MAX, RowCache } from './row-cache.ts';
import { aRow, rowsFrom } from './test-rows.ts';

describe('the row cache', () => {
  it('names the pages that are missing for a stretch of rows', () => {
    const cache = new RowCache();
    expect(cache.missing(90, 20)).toEqual([0, 1]);
    cache.put(0, rowsFrom(0, 100));
    expect(cache.missing(90, 20)).toEqual([1]);
    expect(cache.missing(0, 100)).toEqual([]);
  });

  it('names a page again of which only some rows have come', () => {
    const cache = new RowCache();
    cache.put(0, rowsFrom(0, 40));
    expect(cache.missing(0, 40)).toEqual([]);
    expect(cache.missing(0, 41)).toEqual([0]);
  });

  it('keeps the identity of a row that comes again unchanged, and only then', () => {
    const cache = new RowCache();
    cache.put(7, [aRow(7)]);
    const before = cache.rowAt(7);
    cache.put(7, [aRow(7)]);
    expect(cache.rowAt(7)).toBe(before);
    cache.put(7, [aRow(7, { peer: 8, roundTrip: 21_000 })]);
    expect(cache.rowAt(7)).toMatchObject({ peer: 8, roundTrip: 21_000 });
  });

  it('shows expired rows until they have come again', () => {
    const cache = new RowCache();
    cache.put(0, rowsFrom(0, 200));
    cache.expire(150);
    expect(cache.rowAt(160)?.row).toBe(160);
    expect(cache.missing(0, 150)).toEqual([]);
    expect(cache.missing(140, 20)).toEqual([1]);
    cache.put(100, rowsFrom(100, 100));
    expect(cache.missing(140, 20)).toEqual([]);
  });

  it('expires nothing outside of the stretch it is told', () => {
    const cache = new RowCache();
    cache.put(0, rowsFrom(0, 300));
    cache.expire(20, 120);
    expect(cache.missing(0, 20)).toEqual([]);
    expect(cache.missing(0, 300)).toEqual([0, 1]);
    expect(cache.missing(120, 180)).toEqual([]);
  });

  it('holds a fixed number of pages and forgets the one longest out of sight', () => {
    const cache = new RowCache();
    for (let page = 0; page < PAGES_MAX; page += 1) {
      cache.put(page * PAGE_ROWS, rowsFrom(page * PAGE_ROWS, 100));
    }
    cache.missing(0, 1);
    cache.put(PAGES_MAX * PAGE_ROWS, rowsFrom(PAGES_MAX * PAGE_ROWS, 100));
    expect(cache.size).toBe(PAGES_MAX * PAGE_ROWS);
    expect(cache.rowAt(0)?.row).toBe(0);
    expect(cache.rowAt(PAGE_ROWS)).toBeUndefined();
  });

  it('knows where a row of a filtered view stands until that may have changed', () => {
    const cache = new RowCache();
    cache.put(98, [aRow(500), aRow(510), aRow(530)]);
    expect(cache.rowAt(99)?.row).toBe(510);
    expect(cache.positionOf(530)).toBe(100);
    expect(cache.positionOf(520)).toBeUndefined();
    cache.expire(99);
    expect(cache.positionOf(500)).toBe(98);
    expect(cache.positionOf(530)).toBeUndefined();
    expect(cache.rowAt(100)?.row).toBe(530);
    expect(cache.freshAt(100)).toBeUndefined();
  });

  it('does not take rows of a shorter view for those that come behind them', () => {
    const cache = new RowCache();
    cache.put(0, rowsFrom(0, 150));
    cache.cut(40);
    expect(cache.rowAt(39)?.row).toBe(39);
    expect(cache.rowAt(40)).toBeUndefined();
    expect(cache.missing(0, 41)).toEqual([0]);
    expect(cache.rowAt(120)).toBeUndefined();
  });
});
