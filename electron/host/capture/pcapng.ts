/**
 * pcapng blocks as Tricorder writes them (draft-ietf-opsawg-pcapng): little-endian, one section, one
 * LINKTYPE_RAW interface with microsecond time stamps, Enhanced Packet Blocks with direction flags.
 */

export const BLOCK_SECTION = 0x0a0d0d0a;
export const BLOCK_INTERFACE = 1;
export const BLOCK_PACKET = 6;
export const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
/** Raw IPv4 or IPv6, no link layer. */
export const LINKTYPE_RAW = 101;

const OPTION_END = 0;
const OPTION_COMMENT = 1;
const SHB_USERAPPL = 4;
const IF_NAME = 2;
const IF_TSRESOL = 9;
const EPB_FLAGS = 2;
/** epb_flags bits 0–1: 1 inbound, 2 outbound. */
export const FLAG_INBOUND = 1;
export const FLAG_OUTBOUND = 2;

/** Bytes of an Enhanced Packet Block before its data. */
export const PACKET_DATA_OFFSET = 28;
/** Options (flags, end) and trailing length behind the data. */
const PACKET_TAIL = 12 + 4;

const padded = (length: number): number => (length + 3) & ~3;

function option(code: number, value: Uint8Array): Buffer {
  const block = Buffer.alloc(4 + padded(value.length));
  block.writeUInt16LE(code, 0);
  block.writeUInt16LE(value.length, 2);
  block.set(value, 4);
  return block;
}

function block(type: number, body: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(body);
  const whole = Buffer.alloc(12 + content.length);
  whole.writeUInt32LE(type, 0);
  whole.writeUInt32LE(whole.length, 4);
  whole.set(content, 8);
  whole.writeUInt32LE(whole.length, whole.length - 4);
  return whole;
}

/** What whoever opens the file elsewhere must know of it; Wireshark shows it with the file's properties. */
const ABOUT =
  'MQTT control packets as Tricorder recorded them, TLS and WebSocket taken off. The IPv4 and TCP headers are made up: the device is 10.0.0.1, the broker 10.0.0.2:1883, each connection a TCP stream. Passwords and issued secrets are overwritten with *.';

/** What a file begins with: the section and its one interface. */
export function fileHeader(application: string): Buffer {
  const section = Buffer.alloc(16);
  section.writeUInt32LE(BYTE_ORDER_MAGIC, 0);
  section.writeUInt16LE(1, 4);
  section.writeBigInt64LE(-1n, 8);
  const link = Buffer.alloc(8);
  link.writeUInt16LE(LINKTYPE_RAW, 0);
  const end = option(OPTION_END, new Uint8Array());
  return Buffer.concat([
    block(BLOCK_SECTION, [
      section,
      option(OPTION_COMMENT, Buffer.from(ABOUT)),
      option(SHB_USERAPPL, Buffer.from(application)),
      end,
    ]),
    block(BLOCK_INTERFACE, [
      link,
      option(IF_NAME, Buffer.from('mqtt')),
      option(IF_TSRESOL, Uint8Array.of(6)),
      end,
    ]),
  ]);
}

/** Bytes an Enhanced Packet Block takes for `length` bytes of data. */
export function packetBlockLength(length: number): number {
  return PACKET_DATA_OFFSET + padded(length) + PACKET_TAIL;
}

/**
 * Writes everything of an Enhanced Packet Block but its data into `target` at `at`; the data belongs
 * at `at + PACKET_DATA_OFFSET`. Written in place because it happens for every packet.
 *
 * @param time microseconds since the epoch
 */
export function writePacketBlock(
  target: Buffer,
  at: number,
  length: number,
  time: number,
  flags: number,
): void {
  const total = packetBlockLength(length);
  target.writeUInt32LE(BLOCK_PACKET, at);
  target.writeUInt32LE(total, at + 4);
  target.writeUInt32LE(0, at + 8);
  target.writeUInt32LE(Math.floor(time / 0x100000000), at + 12);
  target.writeUInt32LE(time % 0x100000000, at + 16);
  target.writeUInt32LE(length, at + 20);
  target.writeUInt32LE(length, at + 24);
  let end = at + PACKET_DATA_OFFSET + length;
  while ((end & 3) !== (at & 3)) {
    target[end] = 0;
    end += 1;
  }
  target.writeUInt16LE(EPB_FLAGS, end);
  target.writeUInt16LE(4, end + 2);
  target.writeUInt32LE(flags, end + 4);
  target.writeUInt32LE(0, end + 8);
  target.writeUInt32LE(total, end + 12);
}

/** A block that `writePacketBlock` made with a comment more, which Wireshark shows with the packet. */
export function withComment(block: Buffer, comment: string): Buffer {
  // The comment goes before what ends the options and repeats the length.
  const end = block.length - 8;
  const text = option(OPTION_COMMENT, Buffer.from(comment));
  const whole = Buffer.concat([block.subarray(0, end), text, block.subarray(end)]);
  whole.writeUInt32LE(whole.length, 4);
  whole.writeUInt32LE(whole.length, whole.length - 4);
  return whole;
}
