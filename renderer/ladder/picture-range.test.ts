import { describe, expect, it } from 'vitest';
import { LadderItems } from './items.ts';
import { aBand } from './ladder.test-support.ts';
import { linesMax, linesOfPicture } from './picture-range.ts';

const sight = { first: 3, count: 10 };

describe('a picture', () => {
  it('shows the lines in sight, as far as there are any', () => {
    const items = new LadderItems([], 100);
    expect(linesOfPicture(items, 32, 'shown', sight)).toEqual({ first: 3, count: 10, left: 0 });
    const few = new LadderItems([], 5);
    expect(linesOfPicture(few, 32, 'shown', sight)).toEqual({ first: 3, count: 2, left: 0 });
  });

  it('shows all lines of a short session', () => {
    const items = new LadderItems([aBand(0), aBand(4)], 10);
    expect(linesOfPicture(items, 32, 'whole', sight)).toEqual({ first: 0, count: 12, left: 0 });
  });

  it('says how many packets of a long one it leaves out', () => {
    const items = new LadderItems([aBand(0), aBand(900)], 1000);
    const { count, left } = linesOfPicture(items, 48, 'whole', sight);
    expect(count).toBe(linesMax(48));
    expect(left).toBe(1000 - (count - 1));
  });
});
