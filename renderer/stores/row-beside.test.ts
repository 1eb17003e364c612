import { expect, it } from 'vitest';
import { rowBeside } from './row-beside.ts';

it('goes from row to row, and round at the ends', () => {
  const rows = [3, 10, 20];
  expect(rowBeside(rows, null, 1)).toBe(3);
  expect(rowBeside(rows, 3, 1)).toBe(10);
  expect(rowBeside(rows, 12, 1)).toBe(20);
  expect(rowBeside(rows, 20, 1)).toBe(3);
  expect(rowBeside(rows, null, -1)).toBe(20);
  expect(rowBeside(rows, 12, -1)).toBe(10);
  expect(rowBeside(rows, 3, -1)).toBe(20);
  expect(rowBeside([], 3, 1)).toBeNull();
});
