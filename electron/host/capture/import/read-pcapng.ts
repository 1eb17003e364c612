import { FRAME_BYTES_MAX, type Frame, saneTime } from './frame.ts';
import type { SequentialReader } from './sequential-reader.ts';

/** pcapng (draft-ietf-opsawg-pcapng): any byte order, any number of sections and interfaces. */
const SECTION = 0x0a0d0d0a;
const INTERFACE = 1;
const OLD_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const BYTE_ORDER_MAGIC_SWAPPED = 0x4d3c2b1a;

const OPTION_END = 0;
const OPTION_COMMENT = 1;
const IF_TSRESOL = 9;
const IF_TSOFFSET = 14;
/** Interfaces of a section that are remembered. */
const INTERFACES_MAX = 4096;
/** Blocks with more than a frame and its options are skipped unread. */
const PACKET_BLOCK_MAX = FRAME_BYTES_MAX + 64 * 1024;

interface Interface {
  readonly linkType: number;
  readonly snapLength: number;
  /** Time stamp units per second. */
  readonly unitsPerSecond: bigint;
  readonly offsetSeconds: number;
}

/** True for the first four bytes of a pcapng file. */
export function isPcapng(magic: Buffer): boolean {
  return magic.readUInt32BE(0) === SECTION;
}

/** The frames of a pcapng file; it ends where no whole block follows. */
export async function* readPcapng(reader: SequentialReader): AsyncGenerator<Frame> {
  const section = new Section();
  for (;;) {
    const head = await reader.peek(12);
    if (head === null || !section.readsOn(head)) return;
    const type = section.u32(head, 0);
    const length = section.u32(head, 4);
    if (length < 12 || length % 4 !== 0 || reader.position + length > reader.size) return;
    if (length > PACKET_BLOCK_MAX) {
      reader.skip(length);
      continue;
    }
    const block = await reader.peek(length);
    if (block === null || section.u32(block, length - 4) !== length) return;
    reader.skip(length);
    const body = block.subarray(8, length - 4);
    if (type === INTERFACE) section.addInterface(body);
    const frame = section.frame(type, body);
    if (frame !== null) yield frame;
  }
}

/** What blocks mean depends on the section they stand in. */
class Section {
  private little = true;
  private begun = false;
  private interfaces: Interface[] = [];
  private lastTime = 0;

  u16(bytes: Buffer, at: number): number {
    return this.little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  }

  u32(bytes: Buffer, at: number): number {
    return this.little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  }

  /** Begins a new section where a block is one; false where none has begun or its order is unknown. */
  readsOn(head: Buffer): boolean {
    if (head.readUInt32BE(0) !== SECTION) return this.begun;
    const magic = head.readUInt32LE(8);
    this.begun = magic === BYTE_ORDER_MAGIC || magic === BYTE_ORDER_MAGIC_SWAPPED;
    this.little = magic === BYTE_ORDER_MAGIC;
    this.interfaces = [];
    return this.begun;
  }

  addInterface(body: Buffer): void {
    if (body.length < 8 || this.interfaces.length >= INTERFACES_MAX) return;
    let unitsPerSecond = 1_000_000n;
    let offsetSeconds = 0;
    for (const [code, value] of this.options(body, 8)) {
      if (code === IF_TSRESOL && value.length === 1) unitsPerSecond = resolution(value[0] ?? 6);
      if (code === IF_TSOFFSET && value.length === 8) {
        offsetSeconds = Number(this.little ? value.readBigInt64LE() : value.readBigInt64BE());
      }
    }
    const linkType = this.u16(body, 0);
    this.interfaces.push({
      linkType,
      snapLength: this.u32(body, 4),
      unitsPerSecond,
      offsetSeconds,
    });
  }

  /** The frame in a block; null for blocks that hold none. */
  frame(type: number, body: Buffer): Frame | null {
    if (type === ENHANCED_PACKET && body.length >= 20) {
      const comment = this.comment(body);
      return { ...this.stamped(this.u32(body, 0), body), ...(comment !== null && { comment }) };
    }
    if (type === OLD_PACKET && body.length >= 20) return this.stamped(this.u16(body, 0), body);
    if (type === SIMPLE_PACKET && body.length >= 4) return this.simple(body);
    return null;
  }

  /** The comments of an enhanced packet block, one behind the other; null without any. */
  private comment(body: Buffer): string | null {
    // No bit operators: they make a length over 2 GiB, which damage can say, negative.
    const options = this.options(body, 20 + Math.ceil(this.u32(body, 12) / 4) * 4);
    const comments = [...options].filter(([code]) => code === OPTION_COMMENT);
    if (comments.length === 0) return null;
    return comments.map(([, value]) => value.toString('utf8')).join('\n');
  }

  /** Codes and values of the options from `start` on; it ends where no whole option follows. */
  private *options(body: Buffer, start: number): Generator<readonly [number, Buffer]> {
    for (let at = start; at + 4 <= body.length; ) {
      const code = this.u16(body, at);
      const end = at + 4 + this.u16(body, at + 2);
      if (code === OPTION_END || end > body.length) return;
      yield [code, body.subarray(at + 4, end)];
      at = (end + 3) & ~3;
    }
  }

  /** Enhanced and old packet blocks differ in their first four bytes only. */
  private stamped(number: number, body: Buffer): Frame {
    const source = this.interfaces[number];
    const captured = Math.min(this.u32(body, 12), body.length - 20);
    const ticks = (BigInt(this.u32(body, 4)) << 32n) | BigInt(this.u32(body, 8));
    if (source !== undefined) {
      const microseconds = Number((ticks * 1_000_000n) / source.unitsPerSecond);
      this.lastTime = saneTime(microseconds + source.offsetSeconds * 1_000_000);
    }
    return {
      time: this.lastTime,
      linkType: source?.linkType ?? -1,
      data: body.subarray(20, 20 + captured),
      truncated: this.u32(body, 16) > captured,
    };
  }

  /** A simple packet block has no time and belongs to the first interface. */
  private simple(body: Buffer): Frame {
    const [source] = this.interfaces;
    const original = this.u32(body, 0);
    const limit = source === undefined || source.snapLength === 0 ? original : source.snapLength;
    const captured = Math.min(original, limit, body.length - 4);
    return {
      time: this.lastTime,
      linkType: source?.linkType ?? -1,
      data: body.subarray(4, 4 + captured),
      truncated: original > captured,
    };
  }
}

/** `if_tsresol`: a power of ten, or of two where the highest bit is set. */
function resolution(byte: number): bigint {
  const exponent = BigInt(byte & 0x7f);
  return (byte & 0x80) === 0 ? 10n ** exponent : 2n ** exponent;
}
