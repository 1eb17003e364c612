import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes.ts';
import { readPayload } from './payload-looks.ts';

const payload = (source: string | number[]) => {
  const bytes =
    typeof source === 'string' ? new TextEncoder().encode(source) : Uint8Array.from(source);
  return { bytes, read: readPayload(bytes, false, 'utf-8') };
};
const between = (before: string | number[], after: string | number[]) =>
  changesBetween(payload(before), payload(after));

describe('two messages', () => {
  it('are held against each other by paths where both are JSON', () => {
    expect(between('{"a":1}', '{"a":2}')).toEqual({
      kind: 'json',
      changes: { changes: [{ path: '$.a', before: '1', after: '2' }], hidden: 0 },
    });
    expect(between('{"a":1}', '{ "a": 1 }')).toMatchObject({ changes: { changes: [] } });
  });

  it('are held against each other by lines where one is other text', () => {
    expect(between('{"a":1}', 'off')).toEqual({ kind: 'text', before: '{"a":1}', after: 'off' });
  });

  it('are held against each other by their dumps where one is binary', () => {
    expect(between('A', [1, 2])).toEqual({
      kind: 'text',
      before: `0000  41${' '.repeat(47)}A`,
      after: `0000  01 02${' '.repeat(44)}··`,
    });
  });

  it('are the same where every byte is', () => {
    expect(between([1, 2], [1, 2])).toEqual({ kind: 'same' });
  });
});
