import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGES_MAX, jsonChanges } from './json-changes.ts';
import { readJson } from './json-tree.ts';

function changes(before: string, after: string) {
  const [old, now] = [readJson(before), readJson(after)];
  if (!old || !now) throw new Error('no JSON');
  return jsonChanges(old, now);
}

describe('the changes between two JSON messages', () => {
  it('are the paths that were added, removed and changed', () => {
    expect(
      changes(
        '{"id":"1","params":{"t":21.5,"gone":true,"list":[1,2,3]}}',
        '{"id":"2","params":{"t":21.5,"new":null,"list":[1,4]}}',
      ).changes,
    ).toEqual([
      { path: '$.id', before: '"1"', after: '"2"' },
      { path: '$.params.new', before: null, after: 'null' },
      { path: '$.params.list[1]', before: '2', after: '4' },
      { path: '$.params.list[2]', before: '3', after: null },
      { path: '$.params.gone', before: 'true', after: null },
    ]);
  });

  it('are whole values where the kind changed', () => {
    expect(changes('{"a":{"b":1}}', '{"a":[1]}').changes).toEqual([
      { path: '$.a', before: '{"b":1}', after: '[1]' },
    ]);
    expect(changes('1', '"1"').changes).toHaveLength(1);
  });

  it('tell numbers apart that parsing would make equal, and not two ways to write a text', () => {
    expect(changes('12345678901234567890', '12345678901234567891').changes).toHaveLength(1);
    expect(changes('"\\u0041"', '"A"').changes).toEqual([]);
  });

  it('are none between a message and itself, however it is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(changes(JSON.stringify(value), JSON.stringify(value, null, 2)).changes).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('are listed up to a number, the rest is counted', () => {
    const many = JSON.stringify(Array.from({ length: CHANGES_MAX + 7 }, (_, at) => at));
    const { changes: listed, hidden } = changes('[]', many);
    expect(listed).toHaveLength(CHANGES_MAX);
    expect(hidden).toBe(7);
  });
});
