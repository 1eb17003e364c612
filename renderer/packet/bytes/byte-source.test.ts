import { describe, expect, it, vi } from 'vitest';
import { PIECE_BYTES, partOf, piecewiseSource, wholeSource } from './byte-source.ts';

const size = 3 * PIECE_BYTES + 5;
const whole = Uint8Array.from({ length: size }, (_, at) => (at * 31) % 251);
const first = whole.slice(0, PIECE_BYTES);

function source() {
  const fetchBytes = vi.fn(async (start: number, count: number) =>
    whole.slice(start, start + count),
  );
  const onArrived = vi.fn();
  return { fetchBytes, onArrived, bytes: piecewiseSource(size, first, fetchBytes, onArrived) };
}

describe('bytes in pieces', () => {
  it('are fetched where they are wanted, once', async () => {
    const { bytes, fetchBytes, onArrived } = source();
    const offset = 2 * PIECE_BYTES + 7;
    expect(bytes.at(5)).toBe(whole[5]);
    expect(bytes.at(offset)).toBeUndefined();
    bytes.want(offset, offset + 100);
    bytes.want(offset, offset + 200);
    await vi.waitFor(() => expect(onArrived).toHaveBeenCalled());
    expect(bytes.at(offset)).toBe(whole[offset]);
    bytes.want(offset, offset + 200);
    bytes.want(0, 100);
    expect(fetchBytes.mock.calls).toEqual([[2 * PIECE_BYTES, PIECE_BYTES]]);
  });

  it('are read over the borders of pieces, to the end', async () => {
    const { bytes, fetchBytes } = source();
    const read = await bytes.read(PIECE_BYTES - 3, size + 10);
    expect(Buffer.compare(read, whole.subarray(PIECE_BYTES - 3))).toBe(0);
    expect(fetchBytes).toHaveBeenLastCalledWith(3 * PIECE_BYTES, 5);
  });

  it('tell when they could not be fetched, and are fetched again', async () => {
    const { bytes, fetchBytes, onArrived } = source();
    fetchBytes.mockRejectedValueOnce(new Error('gone'));
    bytes.want(PIECE_BYTES, PIECE_BYTES + 1);
    await vi.waitFor(() => expect(onArrived).toHaveBeenCalledTimes(1));
    expect(bytes.failed).toBe(true);
    bytes.want(PIECE_BYTES, PIECE_BYTES + 1);
    await vi.waitFor(() => expect(onArrived).toHaveBeenCalledTimes(2));
    expect(bytes.failed).toBe(false);
    expect(bytes.at(PIECE_BYTES)).toBe(whole[PIECE_BYTES]);
  });
});

describe('a part of bytes', () => {
  it('has its own offsets and its own end', async () => {
    const part = partOf(wholeSource(whole.slice(0, 20)), 5, 15);
    expect(part).toMatchObject({ size: 10, failed: false });
    expect(part.first).toEqual(whole.slice(5, 15));
    expect([part.at(0), part.at(9), part.at(10)]).toEqual([whole[5], whole[14], undefined]);
    expect(await part.read(8, 99)).toEqual(whole.slice(13, 15));
  });

  it('fetches nothing beyond its end', async () => {
    const { bytes, fetchBytes } = source();
    const part = partOf(bytes, 10, PIECE_BYTES - 1);
    await part.read(0, size);
    expect(fetchBytes).not.toHaveBeenCalled();
  });
});
