import { FRAME_BYTES_MAX, type Frame, saneTime } from './frame.ts';
import type { SequentialReader } from './sequential-reader.ts';

/** Classic pcap (draft-ietf-opsawg-pcap): microseconds or nanoseconds, of either byte order. */
const MAGIC_MICROSECONDS = 0xa1b2c3d4;
const MAGIC_NANOSECONDS = 0xa1b23c4d;
const FILE_HEADER = 24;
const RECORD_HEADER = 16;
/** The upper bits tell of frame check sequences. */
const LINK_TYPE_MASK = 0xffff;

/** True for the first four bytes of a classic pcap file. */
export function isPcap(magic: Buffer): boolean {
  return [magic.readUInt32LE(0), magic.readUInt32BE(0)].some(
    (number) => number === MAGIC_MICROSECONDS || number === MAGIC_NANOSECONDS,
  );
}

/** The frames of a classic pcap file; it ends where no whole record follows. */
export async function* readPcap(reader: SequentialReader): AsyncGenerator<Frame> {
  const header = await reader.peek(FILE_HEADER);
  if (header === null) return;
  const little = [MAGIC_MICROSECONDS, MAGIC_NANOSECONDS].includes(header.readUInt32LE(0));
  const u32 = (bytes: Buffer, at: number) =>
    little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  const perMicrosecond = u32(header, 0) === MAGIC_NANOSECONDS ? 1000 : 1;
  const linkType = u32(header, 20) & LINK_TYPE_MASK;
  reader.skip(FILE_HEADER);
  for (;;) {
    const record = await reader.peek(RECORD_HEADER);
    if (record === null) return;
    const captured = u32(record, 8);
    const original = u32(record, 12);
    const time = saneTime(u32(record, 0) * 1_000_000 + u32(record, 4) / perMicrosecond);
    if (captured > FRAME_BYTES_MAX) return;
    const whole = await reader.peek(RECORD_HEADER + captured);
    if (whole === null) return;
    reader.skip(whole.length);
    yield { time, linkType, data: whole.subarray(RECORD_HEADER), truncated: original > captured };
  }
}
