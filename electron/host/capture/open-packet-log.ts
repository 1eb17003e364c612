import { truncate } from 'node:fs/promises';
import { HostError } from '../../../shared/contract/result.ts';
import { PacketFile } from './packet-file.ts';
import { PacketLog } from './packet-log.ts';
import { BLOCK_PACKET, BLOCK_SECTION, BYTE_ORDER_MAGIC, PACKET_DATA_OFFSET } from './pcapng.ts';
import { BROKER_PORT, HEADERS_BYTES } from './synthetic-tcp.ts';

const READ_BYTES = 1024 * 1024;
/** No block of ours is longer: 64 KiB of IP packet and its frame. */
const BLOCK_BYTES_MAX = 128 * 1024;

const FLAG_SYN_ONLY = 0x02;

/**
 * Opens a capture written by PacketLog and scans it once. A half-written block at the end (the
 * process was killed) is cut off the file; `cut` says how many bytes.
 *
 * @throws HostError `unreadable-file` when the file is not a capture of ours
 */
export async function openPacketLog(
  path: string,
): Promise<{ log: PacketLog; file: PacketFile; cut: number }> {
  const file = await PacketFile.read(path);
  const log = new PacketLog(file);
  const scan = new Scan(log);
  const size = file.size;
  let position = 0;
  let rest: Buffer = Buffer.alloc(0);
  while (position + rest.length < size) {
    const chunk = await file.readAt(position + rest.length, READ_BYTES);
    if (chunk.length === 0) break;
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const used = scan.blocks(bytes, position);
    position += used;
    rest = bytes.subarray(used);
  }
  if (!scan.begun) {
    await file.close();
    throw new HostError('unreadable-file', 'packets.pcapng is not a pcapng file of Tricorder');
  }
  scan.end();
  const cut = size - position;
  if (cut > 0) await truncate(path, position);
  return { log, file, cut };
}

class Scan {
  begun = false;
  private readonly log: PacketLog;
  private clientPort = -1;
  private connection = -1;
  private time = 0;

  constructor(log: PacketLog) {
    this.log = log;
  }

  /** Reads whole blocks; answers how many bytes they took. Stops at the first that is damaged. */
  blocks(bytes: Buffer, position: number): number {
    let at = 0;
    while (at + 12 <= bytes.length) {
      const type = bytes.readUInt32LE(at);
      const length = bytes.readUInt32LE(at + 4);
      if (length < 12 || length % 4 !== 0 || length > BLOCK_BYTES_MAX) break;
      if (at + length > bytes.length) break;
      if (bytes.readUInt32LE(at + length - 4) !== length) break;
      if (!this.begun) {
        if (type !== BLOCK_SECTION || bytes.readUInt32LE(at + 8) !== BYTE_ORDER_MAGIC) break;
        this.begun = true;
      }
      if (type === BLOCK_PACKET) this.packet(bytes, at, at + length, position);
      at += length;
    }
    return at;
  }

  end(): void {
    if (this.connection >= 0) this.log.closeConnection(this.connection, this.time);
  }

  private packet(bytes: Buffer, at: number, end: number, position: number): void {
    const captured = bytes.readUInt32LE(at + 20);
    if (captured < HEADERS_BYTES || at + PACKET_DATA_OFFSET + captured > end) return;
    this.time = bytes.readUInt32LE(at + 12) * 0x100000000 + bytes.readUInt32LE(at + 16);
    const data = at + PACKET_DATA_OFFSET;
    const sourcePort = bytes.readUInt16BE(data + 20);
    const sent = sourcePort !== BROKER_PORT;
    const clientPort = sent ? sourcePort : bytes.readUInt16BE(data + 22);
    if (bytes[data + 33] === FLAG_SYN_ONLY || clientPort !== this.clientPort) {
      this.end();
      this.clientPort = clientPort;
      this.connection = this.log.replayConnection();
    }
    const payload = data + HEADERS_BYTES;
    const length = captured - HEADERS_BYTES;
    if (length === 0) return;
    const chunk = bytes.subarray(payload, payload + length);
    this.log.replay(this.connection, sent, chunk, this.time, position + payload);
  }
}
