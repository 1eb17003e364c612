import { describe, expect, it } from 'vitest';
import { rowForKey } from './grid-keys.ts';

const cursor = { selected: 50, total: 100, firstInSight: 40, lastInSight: 60, peer: null };

describe('the keys of the timeline', () => {
  it('move by a row, by a page and to both ends', () => {
    expect(rowForKey('ArrowDown', cursor)).toBe(51);
    expect(rowForKey('ArrowUp', cursor)).toBe(49);
    expect(rowForKey('PageDown', cursor)).toBe(70);
    expect(rowForKey('PageUp', cursor)).toBe(30);
    expect(rowForKey('Home', cursor)).toBe(0);
    expect(rowForKey('End', cursor)).toBe(99);
  });

  it('stop at the first and the last row', () => {
    expect(rowForKey('ArrowUp', { ...cursor, selected: 0 })).toBe(0);
    expect(rowForKey('PageDown', { ...cursor, selected: 95 })).toBe(99);
  });

  it('begin with what is in sight when nothing is selected', () => {
    expect(rowForKey('ArrowDown', { ...cursor, selected: null })).toBe(40);
    expect(rowForKey('ArrowUp', { ...cursor, selected: null })).toBe(60);
  });

  it('go to the peer of the exchange, if there is one', () => {
    expect(rowForKey('[', { ...cursor, peer: 7 })).toBe(7);
    expect(rowForKey(']', { ...cursor, peer: 77 })).toBe(77);
    expect(rowForKey(']', cursor)).toBeNull();
  });

  it('select nothing in an empty timeline, nor with any other key', () => {
    expect(rowForKey('End', { ...cursor, total: 0 })).toBeNull();
    expect(rowForKey('a', cursor)).toBeNull();
  });
});
