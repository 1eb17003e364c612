import { expect, test } from 'vitest';
import type { ThingDataType } from '../thing-model.ts';
import { readValue, writeValue } from './field-text.ts';

const float: ThingDataType = { type: 'float', specs: { min: '-10', max: '50' } };
const int: ThingDataType = { type: 'int', specs: { min: '0', max: '100' } };
const text: ThingDataType = { type: 'text', specs: { length: '5' } };
const place: ThingDataType = {
  type: 'struct',
  specs: [
    { identifier: 'x', dataType: { type: 'double' } },
    { identifier: 'name', dataType: { type: 'text' } },
    { identifier: 'path', dataType: { type: 'array', specs: { size: 3, item: float } } },
  ],
};
const raw = (dataType: ThingDataType, typed: string) => {
  const written = writeValue(dataType, typed, true);
  return written.ok ? written.raw : null;
};
const code = (dataType: ThingDataType, typed: string) => {
  const written = writeValue(dataType, typed, true);
  return written.ok ? written.code : null;
};

test.each([
  ['23', '23.0'],
  ['23.', '23.0'],
  ['-3', '-3.0'],
  ['23.50', '23.50'],
  ['.5', '0.5'],
  ['1e2', '100.0'],
  ['1e-9', '1e-9'],
  ['{{random 1.0 2.0}}', '{{random 1.0 2.0}}'],
])('a float typed as %s is posted as %s', (typed, posted) => {
  expect(raw(float, typed)).toBe(posted);
  expect(raw({ type: 'double' }, typed)).toBe(posted);
});

test('floats within arrays and structs have a decimal too, and all else stays', () => {
  expect(raw({ type: 'array', specs: { item: { type: 'float' } } }, '[1, 2.5, {{now}}]')).toBe(
    '[1.0, 2.5, {{now}}]',
  );
  expect(raw(place, '{ "x": 1, "name": "2", "path": [3, 4.0] }')).toBe(
    '{ "x": 1.0, "name": "2", "path": [3.0, 4.0] }',
  );
});

test('what is no value of the type is not written', () => {
  for (const typed of ['', 'x', '1.5', '{{id}} 1']) expect(raw(int, typed), typed).toBeNull();
  for (const typed of ['', 'x', 'Infinity']) expect(raw(float, typed), typed).toBeNull();
  expect(raw({ type: 'date' }, 'today')).toBeNull();
  expect(raw({ type: 'array', specs: { item: int } }, '[1,')).toBeNull();
});

test('what the platform would not take is written all the same, with its code', () => {
  expect(code(int, '101')).toBe(6306);
  expect(code(int, '100')).toBeNull();
  expect(code(float, '51')).toBe(6307);
  expect(code(text, 'longer')).toBe(6310);
  expect(code({ type: 'array', specs: { size: 1, item: int } }, '[1, 2]')).toBe(6324);
});

test('texts and dates are JSON strings, placeholders included', () => {
  expect(raw(text, 'a"b')).toBe('"a\\"b"');
  expect(raw(text, '{{id}}')).toBe('"{{id}}"');
  expect(raw({ type: 'date' }, '{{now}}')).toBe('"{{now}}"');
  expect(raw({ type: 'date' }, '1571724098000')).toBe('"1571724098000"');
  expect(writeValue(int, '{{id}}', false)).toEqual({ ok: false });
});

test('a value is read as it is typed', () => {
  expect(readValue(float, '23.0')).toBe('23.0');
  expect(readValue(text, '"a\\"b"')).toBe('a"b');
  expect(readValue(text, '5')).toBeNull();
});
