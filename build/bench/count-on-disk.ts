import { open } from 'node:fs/promises';
import { FrameSplitter } from '../../shared/mqtt/frame-splitter.ts';
import { sequenceOf } from './flood-message.ts';

const READ_BYTES = 4 * 1024 * 1024;
const BLOCK_PACKET = 6;
const PACKET_DATA = 28;
const HEADERS = 40;
const MQTT_PORT = 1883;
const PUBLISH = 3;

/** What of a flood is in a capture's file. */
export interface OnDisk {
  /** Sequence numbers that are there. */
  readonly distinct: number;
  /** Messages that came more than once, or after a later one. */
  readonly misplaced: number;
}

/**
 * Reads a capture's file from its first byte to its last, without the code that wrote it, and counts
 * the numbered messages the device received, by topic.
 */
export async function countOnDisk(path: string, topics: readonly string[]) {
  const counters = new Map(topics.map((topic) => [topic, new Counter()]));
  const splitter = new FrameSplitter();
  let parts: Buffer[] = [];
  const received = (chunk: Buffer) =>
    splitter.feed(chunk, (start, end, _begins, ends) => {
      parts.push(chunk.subarray(start, end));
      if (!ends) return;
      const packet = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
      parts = [];
      if ((packet[0] ?? 0) >> 4 === PUBLISH) count(packet, counters);
    });
  await eachPacketBlock(path, (data) => {
    if (data.readUInt16BE(20) === MQTT_PORT && data.length > HEADERS) {
      // Kept beyond this call where a packet runs over two blocks.
      received(Buffer.from(data.subarray(HEADERS)));
    }
  });
  return new Map<string, OnDisk>(counters);
}

class Counter implements OnDisk {
  distinct = 0;
  misplaced = 0;
  private last = -1;
  private readonly seen = new Set<number>();

  add(sequence: number): void {
    if (sequence <= this.last) this.misplaced += 1;
    this.last = sequence;
    this.seen.add(sequence);
    this.distinct = this.seen.size;
  }
}

function count(packet: Buffer, counters: ReadonlyMap<string, Counter>): void {
  let body = 1;
  while (((packet[body] ?? 0) & 0x80) !== 0) body += 1;
  const topicStart = body + 3;
  const topicEnd = topicStart + packet.readUInt16BE(body + 1);
  const hasIdentifier = ((packet[0] ?? 0) & 0x06) !== 0;
  const counter = counters.get(packet.toString('utf8', topicStart, topicEnd));
  counter?.add(sequenceOf(packet, topicEnd + (hasIdentifier ? 2 : 0)));
}

/** Calls back with the IP packet of every Enhanced Packet Block. */
async function eachPacketBlock(path: string, onPacket: (data: Buffer) => void): Promise<void> {
  const file = await open(path, 'r');
  try {
    let rest = Buffer.alloc(0);
    for (;;) {
      const buffer = Buffer.allocUnsafe(READ_BYTES);
      const { bytesRead } = await file.read(buffer, 0, READ_BYTES);
      const bytes = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      let at = 0;
      while (at + 8 <= bytes.length && at + bytes.readUInt32LE(at + 4) <= bytes.length) {
        const data = at + PACKET_DATA;
        if (bytes.readUInt32LE(at) === BLOCK_PACKET) {
          onPacket(bytes.subarray(data, data + bytes.readUInt32LE(at + 20)));
        }
        at += bytes.readUInt32LE(at + 4);
      }
      rest = Buffer.from(bytes.subarray(at));
      if (bytesRead === 0) break;
    }
    if (rest.length > 0) throw new Error(`${path} ends within a block`);
  } finally {
    await file.close();
  }
}
