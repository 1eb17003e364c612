import { expect, test } from 'vitest';
import { isReadableText } from './readable-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each(['', '{"t":21}', 'a\tb\r\nc', '温度 21 °C', '\u00a0', '\ufeff=1', '😀'])(
  '%j is text to read',
  (text) => {
    expect(isReadableText(bytes(text))).toBe(true);
  },
);

test.each(['\0', 'on\0', '\u001b[31mred', '\u007f', 'a\u0080', '\u0085', '\u009f'])(
  '%j is none: it has a control character',
  (text) => {
    expect(isReadableText(bytes(text))).toBe(false);
  },
);

test.each([[[0xff]], [[0xc2]], [[0xed, 0xa0, 0x80]]])('%j is none: it is no UTF-8', (source) => {
  expect(isReadableText(Uint8Array.from(source))).toBe(false);
});

test('only the bytes asked about count', () => {
  expect(isReadableText(Uint8Array.from([0, 0x61, 0xff]), 1, 2)).toBe(true);
  expect(isReadableText(Uint8Array.from([0x61, 0, 0x61]), 0, 2)).toBe(false);
});
