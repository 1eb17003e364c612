import { describe, expect, it } from 'vitest';
import { decodeText, isPrintable } from './text-encoding.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a payload as text', () => {
  it('is read in the encoding that was chosen', () => {
    expect(decodeText(bytes(0xce, 0xc2, 0xb6, 0xc8), 'gb18030', false).text).toBe('温度');
    expect(decodeText(bytes(0x29, 0x6e, 0xa6, 0x5e), 'utf-16le', false).text).toBe('温度');
    expect(decodeText(bytes(0x6e, 0x29, 0x5e, 0xa6), 'utf-16be', false).text).toBe('温度');
    expect(decodeText(bytes(0x32, 0xb0), 'windows-1252', false).text).toBe('2°');
  });

  it('tells when bytes are no characters of the encoding', () => {
    expect(decodeText(bytes(0x41, 0xff), 'utf-8', false)).toEqual({
      text: 'A\ufffd',
      valid: false,
    });
    expect(decodeText(utf8('温度'), 'utf-8', false)).toEqual({ text: '温度', valid: true });
  });

  it('is no less valid for a cut within a character', () => {
    expect(decodeText(utf8('温度').subarray(0, 5), 'utf-8', true)).toEqual({
      text: '温',
      valid: true,
    });
  });

  it('is printable without control characters', () => {
    expect(isPrintable('on\t温度\r\n')).toBe(true);
    expect(isPrintable('a\x01')).toBe(false);
  });
});
