import { expect, it } from 'vitest';
import { visitNumbers } from './numeric-fields.ts';

function fieldsOf(json: unknown): [string, number][] {
  const found: [string, number][] = [];
  visitNumbers(json, '', {
    step: (place, part) => (part === 'unwanted' ? null : `${place}/${part}`),
    found: (place, value) => void found.push([place, value]),
  });
  return found;
}

it('finds numbers wherever they stand, and nothing that only looks like one', () => {
  expect(
    fieldsOf({
      id: '17',
      params: { temperature: { value: 23.5, time: 5 }, on: true, list: [1, 2] },
      unwanted: { value: 3 },
    }),
  ).toEqual([
    ['/params/temperature/value', 23.5],
    ['/params/temperature/time', 5],
    ['/params/list/0', 1],
    ['/params/list/1', 2],
  ]);
});

it('takes a payload that is a number for a field without a path', () => {
  expect(fieldsOf(19.5)).toEqual([['', 19.5]]);
  for (const none of [null, 'a', true, undefined, [], {}]) expect(fieldsOf(none)).toEqual([]);
});

it('looks into so many elements and levels, and no further', () => {
  expect(fieldsOf(Array.from({ length: 100 }, (_, at) => at))).toHaveLength(16);
  let deep: unknown = 1;
  for (let level = 0; level < 50; level += 1) deep = { deep };
  expect(fieldsOf(deep)).toEqual([]);
});
