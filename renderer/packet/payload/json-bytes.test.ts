import { describe, expect, it } from 'vitest';
import { formatJson } from '../../components/format-json.ts';
import { bytesOfJson, jsonAtByte } from './json-bytes.ts';

const raw = '{ "名 称" : "a\\"b\\\\" ,\t"n":[1,22, {"😀":true}]}';
const shown = formatJson(raw);
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What the bytes of a part of the laid out text say. */
function bytesOf(part: string, bytes = encode(raw)): string {
  const from = shown.indexOf(part);
  const { start, end } = bytesOfJson(bytes, shown, from, from + part.length);
  return decode(bytes.subarray(start, end));
}

describe('the bytes of a JSON value', () => {
  it.each(['"名 称"', '"a\\"b\\\\"', '22', '"😀"', 'true', '}\n  ]'])('are those of %s', (part) => {
    expect(bytesOf(part)).toBe(part.replaceAll(/\s+(?=\])/g, ''));
  });

  it('reach from its first bracket to its last, with the spaces between', () => {
    const from = shown.indexOf('[');
    const bytes = encode(raw);
    const { start, end } = bytesOfJson(bytes, shown, from, shown.indexOf(']') + 1);
    expect(decode(bytes.subarray(start, end))).toBe('[1,22, {"😀":true}]');
    expect(bytesOfJson(bytes, shown, 0, shown.length)).toEqual({ start: 0, end: bytes.length });
  });

  it('lie behind a byte order mark', () => {
    expect(bytesOf('22', Uint8Array.of(0xef, 0xbb, 0xbf, ...encode(raw)))).toBe('22');
  });
});

describe('a byte of JSON', () => {
  it('belongs to a character, a space to the one behind it', () => {
    const bytes = encode(raw);
    const characterAt = (offset: number) => {
      const at = jsonAtByte(bytes, shown, offset);
      return at === null ? null : String.fromCodePoint(shown.codePointAt(at) ?? 0);
    };
    const offsetOf = (part: string) => encode(raw.slice(0, raw.indexOf(part))).length;
    expect(characterAt(0)).toBe('{');
    expect(characterAt(1)).toBe('"');
    expect(characterAt(offsetOf('名') + 2)).toBe('名');
    expect(characterAt(offsetOf('😀') + 3)).toBe('😀');
    expect(characterAt(offsetOf('true'))).toBe('t');
    expect(characterAt(bytes.length)).toBeNull();
  });
});
