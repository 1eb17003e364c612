import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowList } from './view-row-list.ts';

const listed = (list: RowList) => Array.from({ length: list.length }, (_, at) => list.at(at));

function listOf(rows: readonly number[]): RowList {
  const list = new RowList();
  for (const row of rows) list.push(row);
  return list;
}

const someRows = fc.uniqueArray(fc.nat(60));
const ascending = (rows: Iterable<number>) => [...rows].sort((one, other) => one - other);

it('takes out the rows that are in and puts in those that are not', () => {
  fc.assert(
    fc.property(someRows, fc.uniqueArray(fc.nat(60), { minLength: 1 }), (rows, changes) => {
      const list = listOf(ascending(rows));
      const expected = new Set(rows);
      for (const row of changes) if (!expected.delete(row)) expected.add(row);
      const from = list.toggle(changes);
      expect(listed(list)).toEqual(ascending(expected));
      expect(from).toBe(rows.filter((row) => row < Math.min(...changes)).length);
    }),
  );
});

it('finds rows and the places of those it does not have', () => {
  const list = listOf([2, 4, 8]);
  expect([0, 2, 3, 8, 9].map((row) => list.positionOf(row))).toEqual([0, 0, 1, 2, 3]);
  expect([2, 3, 8, 9].map((row) => list.has(row))).toEqual([true, false, true, false]);
});

it('holds more rows than one chunk, also after its end was rewritten', () => {
  const list = listOf(Array.from({ length: 40_000 }, (_, at) => at * 2));
  list.toggle([1]);
  expect(list.length).toBe(40_001);
  expect([0, 1, 2, 40_000].map((at) => list.at(at))).toEqual([0, 1, 2, 79_998]);
  expect(() => list.at(40_001)).toThrow(RangeError);
});
