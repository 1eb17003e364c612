import { expect, it } from 'vitest';
import { layOutLegend } from './legend-layout.ts';

const items = ['connection', 'publish', 'acknowledgement'].map((text) => ({ mark: 8, text }));

it('a legend is one line where there is room, and goes on below where there is none', () => {
  const wide = layOutLegend(items, 400);
  expect(wide.placed.map(({ y }) => y)).toEqual([10, 10, 10]);
  expect(wide.height).toBe(20);
  const narrow = layOutLegend(items, 180);
  expect(narrow.placed.map(({ y }) => y)).toEqual([10, 10, 30]);
  expect(narrow.placed[2]?.x).toBe(narrow.placed[0]?.x);
  expect(narrow.height).toBe(40);
});

it('no text of a legend begins before its mark ends, nor a mark before the text', () => {
  const { placed } = layOutLegend(items, 400);
  for (const [at, { x, textX }] of placed.entries()) {
    expect(textX).toBeGreaterThan(x + 8);
    expect(placed[at + 1]?.x ?? Number.POSITIVE_INFINITY).toBeGreaterThan(textX + 30);
  }
});
