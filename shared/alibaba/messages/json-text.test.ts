import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeAt, rawAt, readJsonText, withoutMember, withValue } from './json-text.ts';

const read = (text: string) => {
  const root = readJsonText(text, true);
  if (root === null) throw new Error(`not JSON: ${text}`);
  return root;
};
const set = (text: string, path: (string | number)[], raw: string) =>
  withValue(text, read(text), path, raw);
const drop = (text: string, path: string[]) => withoutMember(text, read(text), path);

test('values are found as they are written', () => {
  const text = '{ "a": 23.0, "b": { "c": "x{{id}}", "d": [1, {{random 1.0 2.0}}] } }';
  const raw = (...path: (string | number)[]) => rawAt(text, read(text), path);
  expect(raw('a')).toBe('23.0');
  expect(raw('b', 'c')).toBe('"x{{id}}"');
  expect(raw('b', 'd', 1)).toBe('{{random 1.0 2.0}}');
  expect(raw('b', 'e')).toBeNull();
  expect(raw('a', 'b')).toBeNull();
});

test('placeholders are only read in a template', () => {
  expect(readJsonText('{"a": {{now}}}', true)).not.toBeNull();
  expect(readJsonText('{"a": {{now}}}', false)).toBeNull();
  expect(readJsonText('{"a": {{{{now}}}', true)).toBeNull();
  expect(readJsonText('{"a": "{{{{now}}"}', true)).not.toBeNull();
});

test('one value is changed and all else stays as it was', () => {
  expect(set('{ "a":1.0,\n  "b" : {"c": true} }', ['b', 'c'], '2.50')).toBe(
    '{ "a":1.0,\n  "b" : {"c": 2.50} }',
  );
});

test.each([
  ['{}', ['a'], '{ "a": 1 }'],
  ['{"a": 0}', ['b'], '{"a": 0, "b": 1}'],
  ['{\n  "a": 0\n}', ['b'], '{\n  "a": 0,\n  "b": 1\n}'],
  ['{"a": 0}', ['b', 'c'], '{"a": 0, "b": { "c": 1 }}'],
  ['{"a": 0}', ['a', 'c'], '{"a": { "c": 1 }}'],
  ['{"a": []}', ['a', 0, 'c'], '{"a": [{ "c": 1 }]}'],
  ['{"a": [3]}', ['a', 1], '{"a": [3, 1]}'],
])('into %s at %j comes what is missing', (text, path, result) => {
  expect(set(text, path, '1')).toBe(result);
});

test.each([
  ['{"a": 1, "b": 2, "c": 3}', ['b'], '{"a": 1, "c": 3}'],
  ['{"a": 1, "b": 2}', ['a'], '{"b": 2}'],
  ['{ "a": 1 }', ['a'], '{}'],
  ['{\n  "a": 1,\n  "b": 2\n}', ['b'], '{\n  "a": 1\n}'],
  ['{"a": {"b": 1}}', ['a', 'b'], '{"a": {}}'],
  ['{"a": 1}', ['b'], '{"a": 1}'],
])('from %s is taken %j', (text, path, result) => {
  expect(drop(text, path)).toBe(result);
});

test('what is put in by path is what JSON.parse finds there', () => {
  // Through JSON once: -0 and a prototype do not survive it.
  const plain = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)));
  const names = fc.string().filter((name) => name !== '__proto__');
  fc.assert(
    fc.property(fc.dictionary(names, plain), names, plain, (object, name, value) => {
      for (const indent of [0, 2]) {
        const text = JSON.stringify(object, null, indent);
        const root = readJsonText(text, false);
        if (root === null) throw new Error(text);
        const { [name]: _gone, ...rest } = object;
        expect(JSON.parse(withValue(text, root, [name], JSON.stringify(value)))).toEqual({
          ...rest,
          [name]: value,
        });
        expect(nodeAt(root, [name]) !== null).toBe(Object.hasOwn(object, name));
        expect(JSON.parse(withoutMember(text, root, [name]))).toEqual(rest);
      }
    }),
  );
});
