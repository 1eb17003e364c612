import { describe, expect, it } from 'vitest';
import { LadderItems } from './items.ts';
import { aBand } from './ladder.test-support.ts';

const bands = [aBand(0), aBand(2), aBand(2), aBand(5)];
const linesOf = (items: LadderItems) =>
  Array.from({ length: items.count }, (_, at) => {
    const item = items.at(at);
    return item.kind === 'band' ? 'band' : item.position;
  });

describe('the lines of a ladder', () => {
  it('are the rows with the bands before the row that follows them', () => {
    expect(linesOf(new LadderItems(bands, 6))).toEqual([
      'band',
      0,
      1,
      'band',
      'band',
      2,
      3,
      4,
      'band',
      5,
    ]);
  });

  it('end with the bands behind the last row, and have none behind rows that have not come', () => {
    expect(linesOf(new LadderItems(bands, 5)).slice(-2)).toEqual([4, 'band']);
    expect(linesOf(new LadderItems(bands, 1))).toEqual(['band', 0]);
    expect(linesOf(new LadderItems(bands, 0))).toEqual(['band']);
    expect(linesOf(new LadderItems([], 2))).toEqual([0, 1]);
  });

  it('are found by position, and lead back to it', () => {
    const items = new LadderItems(bands, 6);
    for (let position = 0; position < 6; position += 1) {
      expect(items.at(items.itemOf(position))).toEqual({ kind: 'packet', position });
      expect(items.positionAt(items.itemOf(position))).toBe(position);
    }
    expect(items.positionAt(3)).toBe(2);
  });

  it('know the last band before them', () => {
    const items = new LadderItems([aBand(1, { time: 1 }), aBand(3, { time: 2 })], 4);
    expect([0, 1, 2, 3, 4, 5].map((item) => items.bandBefore(item)?.time ?? null)).toEqual([
      null,
      1,
      1,
      1,
      2,
      2,
    ]);
  });
});
