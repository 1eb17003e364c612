import type { PacketRow } from '../../../../shared/contract/packets.ts';
import type { ProtocolLevel } from '../../../../shared/mqtt/packet-types.ts';
import type { Capture } from '../capture.ts';

/** Bytes of the file read at once. */
const WINDOW_BYTES = 64 * 1024;

export interface RecordedPacket {
  readonly row: PacketRow;
  readonly bytes: Buffer;
  readonly level: ProtocolLevel;
  /** The note of its bookmark, which may be empty; null without one. */
  readonly bookmark: string | null;
}

/** Reads the packets of a capture with their bytes; cheap as long as they are asked for in order. */
export class PacketReader {
  private readonly capture: Capture;
  private readonly notes: ReadonlyMap<number, string>;
  private window: Buffer = Buffer.alloc(0);
  private windowStart = 0;

  constructor(capture: Capture) {
    this.capture = capture;
    this.notes = new Map(capture.about.bookmarks?.map(({ row, note }) => [row, note]));
  }

  /** @throws RangeError without such a packet */
  async read(number: number): Promise<RecordedPacket> {
    const [row] = this.capture.rows(number, 1);
    if (row === undefined) throw new RangeError(`row ${number}`);
    const level = this.capture.log.level(number);
    return {
      row,
      bytes: await this.bytes(number),
      level: level === 3 || level === 5 ? level : 4,
      bookmark: this.notes.get(number) ?? null,
    };
  }

  private async bytes(row: number): Promise<Buffer> {
    const { log } = this.capture;
    const { index } = log;
    const size = index.size(row);
    if (index.scattered(row)) return log.read(row, size);
    const offset = index.offset(row);
    if (offset < this.windowStart || offset + size > this.windowStart + this.window.length) {
      this.window = await log.readRange(offset, Math.max(size, WINDOW_BYTES));
      this.windowStart = offset;
    }
    return this.window.subarray(offset - this.windowStart, offset - this.windowStart + size);
  }
}
