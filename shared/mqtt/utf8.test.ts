import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, invalidUtf8At } from './utf8.ts';

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** Bytes in which UTF-8 sequences, whole and broken, are frequent. */
const bytes = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 4 }).map((text) => new TextEncoder().encode(text)),
      fc
        .constantFrom(...[0xc0, 0xe0, 0xed, 0xa0, 0xf0, 0x8f, 0xf4, 0x90, 0xbf])
        .map((byte) => Uint8Array.of(byte)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

const isValid = (input: Uint8Array) => {
  try {
    strict.decode(input);
    return true;
  } catch {
    return false;
  }
};

describe('UTF-8', () => {
  it('decodes to what the platform decoder makes of the same bytes', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        expect(decodeUtf8(input, 0, input.length)).toBe(lenient.decode(input));
      }),
      { numRuns: 2000 },
    );
  });

  it('is invalid exactly where the platform decoder refuses it', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        const at = invalidUtf8At(input, 0, input.length);
        expect(at === null).toBe(isValid(input));
        if (at !== null) expect(isValid(input.subarray(0, at))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('looks at no byte outside the range it is given', () => {
    const euro = new TextEncoder().encode('€€');
    expect(decodeUtf8(euro, 3, 6)).toBe('€');
    expect(invalidUtf8At(euro, 0, 5)).toBe(3);
  });
});
