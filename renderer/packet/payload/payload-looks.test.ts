import { encode } from 'cborg';
import { describe, expect, it } from 'vitest';
import { readPayload } from './payload-looks.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, cut = false) => readPayload(utf8(text), cut, 'utf-8');

describe('a payload', () => {
  it('is JSON if it parses', () => {
    expect(read('{"a":1}')).toMatchObject({
      json: '{\n  "a": 1\n}',
      looks: { json: 'structure', printable: true },
    });
    expect(read('21.5')).toMatchObject({ json: '21.5', looks: { json: 'scalar' } });
    expect(read('\ufeff[]').looks.json).toBe('structure');
    const gbk = Uint8Array.of(0x22, 0xce, 0xc2, 0x22);
    expect(readPayload(gbk, false, 'gb18030').json).toBe('"温"');
  });

  it('is text if it is no JSON', () => {
    for (const text of ['on 温度', '{"a":', ''])
      expect(read(text)).toMatchObject({ json: null, looks: { json: null, printable: true } });
  });

  it('is no JSON where it is only a part of the payload', () => {
    expect(read('12', true)).toMatchObject({ json: null, looks: { json: null, printable: true } });
  });

  it('is CBOR if it is that and no text', () => {
    const packed = encode({ temperature: 21.5 });
    expect(readPayload(packed, false, 'utf-8').looks).toMatchObject({
      cbor: true,
      printable: false,
    });
    expect(readPayload(packed, true, 'utf-8').looks.cbor).toBe(false);
    expect(read('a').looks.cbor).toBe(false);
  });

  it('is a picture by its first bytes, and bytes otherwise', () => {
    const gif = utf8(`GIF89a${'\0'.repeat(20)}`);
    expect(readPayload(gif, false, 'utf-8')).toMatchObject({
      image: 'image/gif',
      looks: { image: true, cbor: false },
    });
    expect(readPayload(Uint8Array.of(1, 2, 3), false, 'utf-8').looks).toEqual({
      image: false,
      json: null,
      printable: false,
      cbor: false,
    });
  });
});
