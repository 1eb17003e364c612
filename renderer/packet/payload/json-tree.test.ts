import { jsonLanguage } from '@codemirror/lang-json';
import { describe, expect, it } from 'vitest';
import { jsonPlaceAt, readJson } from './json-tree.ts';

const text =
  '{"id": 12345678901234567890, "params": {"odd name": [1, {"on": true}]}, "e": "a\\u0041"}';
const placeIn = (source: string, position: number) =>
  jsonPlaceAt(jsonLanguage.parser.parse(source), source, position);
const at = (part: string) => placeIn(text, text.indexOf(part));

describe('a place in JSON', () => {
  it('has a path and the value as it was written', () => {
    expect(at('12345')).toEqual({
      path: '$.id',
      steps: ['id'],
      value: '12345678901234567890',
      from: 7,
      to: 27,
    });
    expect(at('true')).toMatchObject({
      path: '$.params["odd name"][1].on',
      steps: ['params', 'odd name', 1, 'on'],
      value: 'true',
    });
    expect(at('1, {')?.path).toBe('$.params["odd name"][0]');
    expect(at('"a\\')).toMatchObject({ path: '$.e', steps: ['e'], value: '"a\\u0041"' });
  });

  it('is that of the value where it lies on a name or a bracket', () => {
    expect(at('"id"')?.path).toBe('$.id');
    expect(at('"odd')?.path).toBe('$.params["odd name"]');
    expect(at('{"odd')?.path).toBe('$.params');
    expect(placeIn(text, 0)?.path).toBe('$');
    expect(placeIn(text, text.length)?.path).toBe('$');
    expect(placeIn('', 0)).toBeNull();
  });
});

describe('a JSON tree', () => {
  it('keeps repeated names and the text of every value', () => {
    expect(readJson('{"a":1.0,"a":"\\u0041","b":[ ]}')).toEqual({
      kind: 'object',
      text: '{"a":1.0,"a":"\\u0041","b":[ ]}',
      members: [
        ['a', { kind: 'scalar', text: '1.0', members: [] }],
        ['a', { kind: 'scalar', text: '"\\u0041"', members: [] }],
        ['b', { kind: 'array', text: '[ ]', members: [] }],
      ],
    });
    expect(readJson('')).toBeNull();
  });

  it('holds what is nested too deep as it was written', () => {
    const deep = '['.repeat(300) + ']'.repeat(300);
    let value = readJson(deep);
    while (value?.members[0]) value = value.members[0][1];
    expect(value).toMatchObject({ kind: 'scalar', text: '['.repeat(44) + ']'.repeat(44) });
  });
});
