import type { PacketRow } from '../../../../shared/contract/packets.ts';
import type { ProtocolLevel } from '../../../../shared/mqtt/packet-types.ts';
import type { Capture } from '../capture.ts';

/** Rows made at once: little enough that a live session is not kept waiting. */
const ROWS = 200;
/** Bytes of the file read at once. */
const WINDOW_BYTES = 64 * 1024;

export interface RecordedPacket {
  readonly row: PacketRow;
  readonly bytes: Buffer;
  readonly level: ProtocolLevel;
  /** The note of its bookmark, which may be empty; null without one. */
  readonly bookmark: string | null;
}

/** The first `count` packets of a capture with their bytes, read in the order of the file. */
export async function* packetsOf(capture: Capture, count: number): AsyncGenerator<RecordedPacket> {
  const { log } = capture;
  const { index } = log;
  const notes = new Map(capture.about.bookmarks?.map(({ row, note }) => [row, note]));
  let window: Buffer = Buffer.alloc(0);
  let windowStart = 0;
  for (let start = 0; start < count; start += ROWS) {
    for (const row of capture.rows(start, Math.min(ROWS, count - start))) {
      const size = index.size(row.row);
      const offset = index.offset(row.row);
      let bytes: Buffer;
      if (index.scattered(row.row)) {
        bytes = await log.read(row.row, size);
      } else {
        if (offset < windowStart || offset + size > windowStart + window.length) {
          window = await log.readRange(offset, Math.max(size, WINDOW_BYTES));
          windowStart = offset;
        }
        bytes = window.subarray(offset - windowStart, offset - windowStart + size);
      }
      const level = log.level(row.row);
      const bookmark = notes.get(row.row) ?? null;
      yield { row, bytes, level: level === 3 || level === 5 ? level : 4, bookmark };
    }
  }
}
