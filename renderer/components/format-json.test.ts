import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson } from './format-json.ts';

describe('laying JSON out', () => {
  it('prints any JSON as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        expect(formatJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
      }),
    );
  });

  it('keeps what parsing would change', () => {
    expect(formatJson('{"id":12345678901234567890,"a":1,"a":2,"e":"\\u0041","n":1.0}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "a": 1,\n  "a": 2,\n  "e": "\\u0041",\n  "n": 1.0\n}',
    );
  });

  it('takes away the layout it came with', () => {
    expect(formatJson(' { "a" :\n[ 1 ,\t2 ] , "b" : { } } ')).toBe(
      '{\n  "a": [\n    1,\n    2\n  ],\n  "b": {}\n}',
    );
  });
});
