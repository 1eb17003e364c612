import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unwrap } from './unwrap.ts';

const own = (source: Uint8Array | string) => Uint8Array.from(Buffer.from(source as string));
const all = { inflate: true, decodeBase64: true };
const json = '{"temperature":21.5}';

describe('a payload in wrappings', () => {
  it('comes out of all of them', async () => {
    const packed = own(gzipSync(json).toString('base64'));
    const { bytes, cut, layers, left } = await unwrap(packed, false, all);
    expect(Buffer.from(bytes).toString()).toBe(json);
    expect({ cut, left }).toEqual({ cut: false, left: null });
    expect(layers).toMatchObject([
      { wrapping: 'base64', outer: packed.length },
      { wrapping: 'gzip', inner: json.length, cut: false, error: null },
    ]);
  });

  it('stays in the one that is not to be taken off', async () => {
    const packed = own(gzipSync(Buffer.from(json).toString('base64')));
    const one = await unwrap(packed, false, { ...all, decodeBase64: false });
    expect(one).toMatchObject({ left: 'base64', layers: [{ wrapping: 'gzip' }] });
    const none = await unwrap(packed, false, { ...all, inflate: false });
    expect(none).toMatchObject({ left: 'gzip', layers: [], bytes: packed });
  });

  it('shows what could be inflated of a part, and says that there is more', async () => {
    const packed = own(
      gzipSync(Buffer.from(Array.from({ length: 90_000 }, (_, at) => (at * at) % 251))),
    );
    const { cut, layers } = await unwrap(packed.slice(0, packed.length - 50), true, all);
    expect(cut).toBe(true);
    expect(layers[0]?.error).not.toBeNull();
  });

  it('is left alone where it only begins like compressed data', async () => {
    const bytes = Uint8Array.of(0x1f, 0x8b, 8, 1, 2, 3);
    expect(await unwrap(bytes, false, all)).toEqual({ bytes, cut: false, layers: [], left: null });
  });
});
