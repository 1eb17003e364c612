import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { INFLATE_BYTES_MAX, inflate } from './inflate.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const own = (buffer: Buffer) => Uint8Array.from(buffer);

describe('inflating', () => {
  it('gives back what was compressed', async () => {
    const whole = { cut: false, error: null };
    const gzip = await inflate(own(gzipSync('on 温度')), 'gzip');
    expect(gzip).toMatchObject(whole);
    expect(text(gzip.bytes)).toBe('on 温度');
    const zlib = await inflate(own(deflateSync('{"a":1}')), 'zlib');
    expect(zlib).toMatchObject(whole);
    expect(text(zlib.bytes)).toBe('{"a":1}');
  });

  it('stops at its limit and says so', async () => {
    const { bytes, cut, error } = await inflate(
      own(gzipSync(Buffer.alloc(INFLATE_BYTES_MAX + 1))),
      'gzip',
    );
    expect({ size: bytes.length, cut, error }).toEqual({
      size: INFLATE_BYTES_MAX,
      cut: true,
      error: null,
    });
  });

  it('says why it stopped where the bytes are damaged', async () => {
    const damaged = own(gzipSync('tricorder'));
    damaged[12] = (damaged[12] ?? 0) ^ 0xff;
    const { error, cut } = await inflate(damaged, 'gzip');
    expect(error).not.toBeNull();
    expect(cut).toBe(false);
  });
});
