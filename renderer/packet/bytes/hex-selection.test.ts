import { describe, expect, it } from 'vitest';
import { rangeOf, selectionAfter } from './hex-selection.ts';

const grid = { size: 100, perLine: 16, page: 3 };
const plain = { shiftKey: false, ctrlKey: false, metaKey: false };
const press = (key: string, at: number, held: Partial<typeof plain> = {}) =>
  selectionAfter({ ...plain, ...held, key }, { anchor: at, head: at }, grid);
const headAt = (key: string, at: number, held = {}) => press(key, at, held)?.head;

describe('the cursor in a dump', () => {
  it('moves by bytes and lines, and stays within', () => {
    expect(headAt('ArrowRight', 5)).toBe(6);
    expect(headAt('ArrowLeft', 0)).toBe(0);
    expect(headAt('ArrowRight', 99)).toBe(99);
    expect(headAt('ArrowDown', 20)).toBe(36);
    expect(headAt('ArrowDown', 90)).toBe(90);
    expect(headAt('ArrowUp', 20)).toBe(4);
    expect(headAt('ArrowUp', 4)).toBe(4);
  });

  it('moves by pages in its column', () => {
    expect(headAt('PageDown', 5)).toBe(53);
    expect(headAt('PageDown', 53)).toBe(85);
    expect(headAt('PageUp', 53)).toBe(5);
    expect(headAt('PageUp', 20)).toBe(4);
  });

  it('goes to the ends of the line and of the whole', () => {
    expect(headAt('Home', 20)).toBe(16);
    expect(headAt('End', 20)).toBe(31);
    expect(headAt('End', 98)).toBe(99);
    expect(headAt('Home', 20, { ctrlKey: true })).toBe(0);
    expect(headAt('End', 20, { metaKey: true })).toBe(99);
  });

  it('extends what is selected with Shift, and takes all with Ctrl+A', () => {
    expect(press('ArrowRight', 5, { shiftKey: true })).toEqual({ anchor: 5, head: 6 });
    expect(press('a', 5, { ctrlKey: true })).toEqual({ anchor: 0, head: 99 });
    expect(press('a', 5)).toBeNull();
    expect(rangeOf({ anchor: 6, head: 4 })).toEqual({ start: 4, end: 7 });
  });

  it('does not move where there is nothing', () => {
    expect(
      selectionAfter({ ...plain, key: 'ArrowDown' }, { anchor: 0, head: 0 }, { ...grid, size: 0 }),
    ).toBeNull();
  });
});
