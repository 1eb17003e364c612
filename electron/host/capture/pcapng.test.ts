import { expect, test } from 'vitest';
import {
  BLOCK_PACKET,
  FLAG_OUTBOUND,
  fileHeader,
  PACKET_DATA_OFFSET,
  packetBlockLength,
  writePacketBlock,
} from './pcapng.ts';

test('the file begins with a section and an interface whose lengths add up', () => {
  const header = fileHeader('Tricorder');
  const lengths: number[] = [];
  for (let at = 0; at < header.length; at += lengths.at(-1) ?? 0) {
    const length = header.readUInt32LE(at + 4);
    expect(header.readUInt32LE(at + length - 4)).toBe(length);
    lengths.push(length);
  }
  expect(lengths).toHaveLength(2);
  expect(header.toString('latin1')).toContain('Tricorder');
});

test.each([0, 1, 2, 3, 4, 65_535])(
  'a packet block around %i bytes is padded and closed',
  (length) => {
    const total = packetBlockLength(length);
    expect(total % 4).toBe(0);
    const target = Buffer.alloc(total + 8, 0xee);
    const time = 1_763_800_000_123_456;
    writePacketBlock(target, 4, length, time, FLAG_OUTBOUND);
    const block = target.subarray(4, 4 + total);
    expect(block.readUInt32LE(0)).toBe(BLOCK_PACKET);
    expect(block.readUInt32LE(4)).toBe(total);
    expect(block.readUInt32LE(total - 4)).toBe(total);
    expect(block.readUInt32LE(12) * 2 ** 32 + block.readUInt32LE(16)).toBe(time);
    expect([block.readUInt32LE(20), block.readUInt32LE(24)]).toEqual([length, length]);
    const options = PACKET_DATA_OFFSET + ((length + 3) & ~3);
    expect(block.subarray(PACKET_DATA_OFFSET + length, options).every((byte) => byte === 0)).toBe(
      true,
    );
    expect(block.readUInt32LE(options + 4)).toBe(FLAG_OUTBOUND);
    expect([target[3], target[4 + total]]).toEqual([0xee, 0xee]);
  },
);
