import { expect, test } from 'vitest';
import type { ThingDataType } from '../../shared/alibaba/thing-model.ts';
import { valueProblem } from '../../shared/alibaba/thing-value.ts';
import { initialValue, namedValues, rangeText } from './thing-value-text.ts';

const types: ThingDataType[] = [
  { type: 'int' },
  { type: 'int', specs: { min: '5', max: '10' } },
  { type: 'double', specs: { min: -10, max: '-5' } },
  { type: 'bool', specs: { 0: 'off', 1: 'on' } },
  { type: 'enum', specs: { 3: 'slow', 4: 'fast' } },
  { type: 'text', specs: { length: '8' } },
  { type: 'date' },
  { type: 'struct', specs: [{ identifier: 'red', dataType: { type: 'int' } }] },
  { type: 'array', specs: { size: '3', item: { type: 'int' } } },
];

test.each(types.map((type) => [JSON.stringify(type), type] as const))(
  'the value to begin with is one of its type: %s',
  (_text, type) => {
    expect(valueProblem(type, initialValue(type))).toBeNull();
  },
);

test('values of an enum are named as the model names them', () => {
  expect(namedValues({ type: 'enum', specs: { 3: 'slow' } })).toEqual([
    { value: '3', label: '3 · slow' },
  ]);
});

test('a bool without names has its two values all the same', () => {
  expect(namedValues({ type: 'bool' }).map(({ value }) => value)).toEqual(['0', '1']);
});

test('a range says its limits and its unit, as far as there are any', () => {
  expect(rangeText({ type: 'int', specs: { min: '0', max: '100' } })).toBe('0 – 100');
  expect(rangeText({ type: 'int', specs: { max: '100' } })).toBe(' – 100');
  expect(rangeText({ type: 'int' })).toBe('');
});
