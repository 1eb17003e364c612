import { encode } from 'cborg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCbor } from './cbor-text.ts';

const read = (source: string) => readCbor(Uint8Array.from(Buffer.from(source, 'hex')));

describe('CBOR as text', () => {
  it('reads as JSON where it is nothing more', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const { text, error } = readCbor(encode(value));
        expect(error).toBeNull();
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['a1616101', '{\n  "a": 1\n}'],
    ['43010203', "h'010203'"],
    ['c11a514b67b0', '1(1363896240)'],
    ['d9d9f7a0', '55799({})'],
    ['1bffffffffffffffff', '18446744073709551615'],
    ['f93c00', '1.0'],
    ['f98000', '-0.0'],
    ['fb3ff8000000000000', '1.5'],
    ['f97e00', 'NaN'],
    ['f7', 'undefined'],
    ['a20102036161', '{\n  1: 2,\n  3: "a"\n}'],
    ['a2616101616102', '{\n  "a": 1,\n  "a": 2\n}'],
    ['9f01820203ff', '[_ \n  1,\n  [\n    2,\n    3\n  ]\n]'],
    ['bfff', '{_ }'],
    ['0102', '1\n2'],
  ])('keeps what %s says', (source, text) => {
    expect(read(source)).toMatchObject({ text, error: null });
  });

  it('is likely only as one array or map without a rest', () => {
    expect(['a0', '80', 'c180', 'd9d9f7a1616101'].map((source) => read(source).likely)).toEqual(
      Array(4).fill(true),
    );
    expect(['00', '6161', 'a000', '81', 'c101', ''].map((source) => read(source).likely)).toEqual(
      Array(6).fill(false),
    );
  });

  it.each([
    ['8201', 'unfinished', ''],
    ['6261', 'undecodable', 'not enough data for type'],
    ['ff', 'unexpected-break', ''],
    ['81'.repeat(300), 'too-deep', ''],
    ['5f4101ff', 'undecodable', 'indefinite length bytes/strings are not supported'],
  ])('says why it stopped in %s', (source, kind, detail) => {
    expect(read(source)).toMatchObject({ error: { kind, detail }, likely: false });
  });
});
