import { truncate } from 'node:fs/promises';
import { HostError } from '../../../shared/contract/result.ts';
import { PacketFile } from './packet-file.ts';
import { PacketLog } from './packet-log.ts';
import {
  BLOCK_INTERFACE,
  BLOCK_PACKET,
  BLOCK_SECTION,
  BYTE_ORDER_MAGIC,
  LINKTYPE_RAW,
  PACKET_DATA_OFFSET,
} from './pcapng.ts';
import { BROKER_PORT, FLAG_FIN, FLAG_SYN, HEADERS_BYTES } from './synthetic-tcp.ts';

const READ_BYTES = 256 * 1024;
/** Read before a log is handed out: all of a short capture, and more rows than a screen of any other. */
const FIRST_BYTES = 16 * READ_BYTES;
/** No block of ours is longer: 64 KiB of IP packet and its frame. */
const BLOCK_BYTES_MAX = 128 * 1024;

const IPV4_WITHOUT_OPTIONS = 0x45;
const PROTOCOL_TCP = 6;

/** A log of the past whose first packets are known, while the others are being read. */
export interface ReadingLog {
  readonly log: PacketLog;
  readonly file: PacketFile;
  /** The rest of it, which is read from now on. */
  readonly rest: LogRest;
}

/**
 * Begins to read a capture written by PacketLog, and answers when the first packets are there; the
 * rest is read behind that, once.
 *
 * @throws HostError `unreadable-file` when the file is missing or not a capture of ours
 */
export async function beginPacketLog(path: string): Promise<ReadingLog> {
  const file = await PacketFile.read(path).catch((error: unknown) => {
    throw new HostError('unreadable-file', `packets.pcapng cannot be read: ${String(error)}`);
  });
  try {
    const log = new PacketLog(file);
    const rest = new LogRest(path, file, log);
    await rest.begin();
    return { log, file, rest };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Reads a file of packets block by block into a log. */
export class LogRest {
  /** How much of the file was read, 0 to 1. */
  share = 0;
  /** Nothing is left to read. */
  isOver = false;
  /** Fulfilled when everything is read, with the bytes at the end that could not be. */
  read: Promise<number> = Promise.resolve(0);
  private readonly path: string;
  private readonly file: PacketFile;
  private readonly scan: Scan;
  /** Where the next block begins, and the bytes from there on that were read already. */
  private position = 0;
  private left: Buffer = Buffer.alloc(0);
  private stopped = false;

  constructor(path: string, file: PacketFile, log: PacketLog) {
    this.path = path;
    this.file = file;
    this.scan = new Scan(log);
  }

  /** Reads the first packets; all others are read when it has answered. */
  async begin(): Promise<void> {
    const isWhole = await this.readUpTo(FIRST_BYTES);
    if (!this.scan.begun) {
      throw new HostError('unreadable-file', 'packets.pcapng is not a capture of Tricorder');
    }
    this.read = isWhole ? this.finish(true) : this.goOn();
    if (isWhole) await this.read;
  }

  /** Reads no further: what was not read is not shown, and `read` is fulfilled soon. */
  stop(): void {
    this.stopped = true;
  }

  /** A disk that fails here ends the log as a damaged block does. */
  private async goOn(): Promise<number> {
    const isWhole = await this.readUpTo(Number.POSITIVE_INFINITY).catch(() => false);
    return this.finish(isWhole && !this.stopped);
  }

  /** Answers whether nothing is left to read. */
  private async readUpTo(limit: number): Promise<boolean> {
    const { size } = this.file;
    while (this.left.length < BLOCK_BYTES_MAX && !this.stopped) {
      if (this.position >= limit) return false;
      const chunk = await this.file.readAt(this.position + this.left.length, READ_BYTES);
      if (chunk.length === 0) break;
      const bytes = this.left.length === 0 ? chunk : Buffer.concat([this.left, chunk]);
      const used = this.scan.blocks(bytes, this.position);
      this.position += used;
      this.left = bytes.subarray(used);
      this.share = this.position / size;
    }
    return true;
  }

  /**
   * A half-written block at the end (the process was killed) is cut off the file. Where more than one
   * block is damaged, nobody was killed but the file was harmed: what follows is not shown, but not
   * deleted either.
   */
  private async finish(isWhole: boolean): Promise<number> {
    this.scan.end();
    this.left = Buffer.alloc(0);
    const cut = this.file.size - this.position;
    if (isWhole && cut > 0 && cut <= BLOCK_BYTES_MAX) {
      // What cannot be cut off, in a folder that is only read, is passed over again the next time.
      await truncate(this.path, this.position).catch(() => undefined);
    }
    this.file.endAt(this.position);
    this.isOver = true;
    return cut;
  }
}

class Scan {
  /** The file's own header was seen. */
  begun = false;
  private readonly log: PacketLog;
  /** Numbers of the connections that are open, by the device's address and port. */
  private readonly connections = new Map<number, number>();
  private time = 0;
  private blockCount = 0;

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
      if (!this.header(bytes, at, type, length)) break;
      if (type === BLOCK_PACKET) this.packet(bytes, at, at + length, position);
      at += length;
    }
    return at;
  }

  /** Unfinished packets become broken rows. */
  end(): void {
    for (const number of this.connections.values()) this.log.replayEnd(number, this.time);
    this.connections.clear();
  }

  /** False for a first or second block that no file of ours has. */
  private header(bytes: Buffer, at: number, type: number, length: number): boolean {
    this.blockCount += 1;
    if (this.blockCount === 1) {
      return type === BLOCK_SECTION && bytes.readUInt32LE(at + 8) === BYTE_ORDER_MAGIC;
    }
    if (this.blockCount === 2) {
      this.begun =
        type === BLOCK_INTERFACE && length >= 20 && bytes.readUInt16LE(at + 8) === LINKTYPE_RAW;
    }
    return this.begun;
  }

  private packet(bytes: Buffer, at: number, end: number, position: number): void {
    const data = at + PACKET_DATA_OFFSET;
    if (data + HEADERS_BYTES > end) return;
    const captured = bytes.readUInt32LE(at + 20);
    if (captured < HEADERS_BYTES || data + captured > end) return;
    if (bytes[data] !== IPV4_WITHOUT_OPTIONS || bytes[data + 9] !== PROTOCOL_TCP) return;
    const before = this.time;
    this.time = bytes.readUInt32LE(at + 12) * 0x100000000 + bytes.readUInt32LE(at + 16);
    const sent = bytes.readUInt16BE(data + 20) !== BROKER_PORT;
    const device = data + (sent ? 12 : 16);
    const port = bytes.readUInt16BE(data + (sent ? 20 : 22));
    const key = bytes.readUInt32BE(device) * 0x10000 + port;
    const flags = bytes[data + 33] ?? 0;
    const payload = data + HEADERS_BYTES;
    if (flags === FLAG_SYN) {
      this.endConnection(key, before);
      this.connections.set(key, this.log.replayConnection());
    } else if (captured > HEADERS_BYTES) {
      const chunk = bytes.subarray(payload, data + captured);
      this.log.replay(this.connection(key), sent, chunk, this.time, position + payload);
    } else if ((flags & FLAG_FIN) !== 0) {
      this.endConnection(key, this.time);
    }
  }

  private connection(key: number): number {
    const known = this.connections.get(key) ?? this.log.replayConnection();
    this.connections.set(key, known);
    return known;
  }

  private endConnection(key: number, time: number): void {
    const number = this.connections.get(key);
    if (number !== undefined) this.log.replayEnd(number, time);
    this.connections.delete(key);
  }
}
