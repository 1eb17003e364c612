import { describe, expect, it } from 'vitest';
import { positionForKey } from './grid-keys.ts';

const cursor = { selected: 50, hidden: false, total: 100, firstInSight: 40, lastInSight: 60 };

describe('the keys of the timeline', () => {
  it('move by a row, by a page and to both ends', () => {
    expect(positionForKey('ArrowDown', cursor)).toBe(51);
    expect(positionForKey('ArrowUp', cursor)).toBe(49);
    expect(positionForKey('PageDown', cursor)).toBe(70);
    expect(positionForKey('PageUp', cursor)).toBe(30);
    expect(positionForKey('Home', cursor)).toBe(0);
    expect(positionForKey('End', cursor)).toBe(99);
  });

  it('stop at the first and the last row', () => {
    expect(positionForKey('ArrowUp', { ...cursor, selected: 0 })).toBe(0);
    expect(positionForKey('PageDown', { ...cursor, selected: 95 })).toBe(99);
  });

  it('begin with what is in sight when nothing is selected', () => {
    expect(positionForKey('ArrowDown', { ...cursor, selected: null })).toBe(40);
    expect(positionForKey('ArrowUp', { ...cursor, selected: null })).toBe(60);
  });

  it('go to the neighbours of a selected row that is not shown', () => {
    expect(positionForKey('ArrowDown', { ...cursor, hidden: true })).toBe(50);
    expect(positionForKey('ArrowUp', { ...cursor, hidden: true })).toBe(49);
    expect(positionForKey('ArrowDown', { ...cursor, selected: 100, hidden: true })).toBe(99);
  });

  it('select nothing in an empty timeline, nor with any other key', () => {
    expect(positionForKey('End', { ...cursor, total: 0 })).toBeNull();
    expect(positionForKey('a', cursor)).toBeNull();
  });
});
