import { packetTypeNumbers } from '../../../shared/mqtt/packet-types.ts';

/**
 * What is known of every packet without reading it, in columns of typed arrays: 38 bytes a packet.
 * Grows by whole chunks so that nothing is copied.
 */

const CHUNK_ROWS = 16_384;

const { PUBLISH } = packetTypeNumbers;

/** Bits of the `marks` column. */
const SENT = 1;
const BROKEN = 2;
/** The packet's bytes lie in several records; `PacketLog` knows where. */
const SCATTERED = 4;
/** It asks not to be answered above MQTT. */
const NO_REPLY = 8;

/** Blocks of a pcapng file begin at multiples of four bytes, and so do the packets in them. */
const OFFSET_UNIT = 4;

const NO_TOPIC = 0xffffffff;
const NO_CODE = 0xffff;

interface Chunk {
  readonly time: Float64Array;
  /** In units of OFFSET_UNIT bytes: files of up to 16 GiB. */
  readonly offset: Uint32Array;
  readonly length: Uint32Array;
  readonly topic: Uint32Array;
  /** Row of the other half plus 1; 0 for none. */
  readonly peer: Uint32Array;
  /** Row that belongs to this one besides its peer, plus 1; 0 for none. */
  readonly linked: Uint32Array;
  readonly connection: Uint32Array;
  readonly packetId: Uint16Array;
  readonly code: Uint16Array;
  readonly header: Uint8Array;
  readonly marks: Uint8Array;
}

function newChunk(): Chunk {
  return {
    time: new Float64Array(CHUNK_ROWS),
    offset: new Uint32Array(CHUNK_ROWS),
    length: new Uint32Array(CHUNK_ROWS),
    topic: new Uint32Array(CHUNK_ROWS),
    peer: new Uint32Array(CHUNK_ROWS),
    linked: new Uint32Array(CHUNK_ROWS),
    connection: new Uint32Array(CHUNK_ROWS),
    packetId: new Uint16Array(CHUNK_ROWS),
    code: new Uint16Array(CHUNK_ROWS),
    header: new Uint8Array(CHUNK_ROWS),
    marks: new Uint8Array(CHUNK_ROWS),
  };
}

export class PacketIndex {
  /** Packets in the index. */
  length = 0;
  private readonly chunks: Chunk[] = [];

  /**
   * Appends a packet and answers its row.
   *
   * @param time microseconds since the epoch
   * @param offset file position, a multiple of four
   * @param topic a TopicTable number, or -1
   * @param code return or reason code, or -1
   */
  append(
    time: number,
    offset: number,
    length: number,
    header: number,
    sent: boolean,
    broken: boolean,
    scattered: boolean,
    packetId: number,
    topic: number,
    code: number,
    connection: number,
  ): number {
    const row = this.length;
    const at = row % CHUNK_ROWS;
    if (at === 0) this.chunks.push(newChunk());
    const chunk = this.chunks[this.chunks.length - 1] as Chunk;
    chunk.time[at] = time;
    chunk.offset[at] = offset / OFFSET_UNIT;
    chunk.length[at] = length;
    chunk.header[at] = header;
    chunk.marks[at] = (sent ? SENT : 0) | (broken ? BROKEN : 0) | (scattered ? SCATTERED : 0);
    chunk.packetId[at] = packetId;
    chunk.topic[at] = topic < 0 ? NO_TOPIC : topic;
    chunk.code[at] = code < 0 ? NO_CODE : code;
    chunk.connection[at] = connection;
    this.length = row + 1;
    return row;
  }

  /** Makes two rows each other's peer. */
  pair(request: number, answer: number): void {
    this.chunk(request).peer[request % CHUNK_ROWS] = answer + 1;
    this.chunk(answer).peer[answer % CHUNK_ROWS] = request + 1;
  }

  /** Links two messages of a dialogue above MQTT, or a PUBREC and the PUBREL that goes on from it. */
  link(first: number, next: number): void {
    this.chunk(first).linked[first % CHUNK_ROWS] = next + 1;
    this.chunk(next).linked[next % CHUNK_ROWS] = first + 1;
  }

  /** Marks a message that asks not to be answered above MQTT. */
  declineReply(row: number): void {
    const at = row % CHUNK_ROWS;
    this.chunk(row).marks[at] = this.marks(row) | NO_REPLY;
  }

  time(row: number): number {
    return this.chunk(row).time[row % CHUNK_ROWS] ?? 0;
  }
  /** File position of the packet's first byte. */
  offset(row: number): number {
    return (this.chunk(row).offset[row % CHUNK_ROWS] ?? 0) * OFFSET_UNIT;
  }
  /** Bytes on the wire. */
  size(row: number): number {
    return this.chunk(row).length[row % CHUNK_ROWS] ?? 0;
  }
  header(row: number): number {
    return this.chunk(row).header[row % CHUNK_ROWS] ?? 0;
  }
  sent(row: number): boolean {
    return (this.marks(row) & SENT) !== 0;
  }
  broken(row: number): boolean {
    return (this.marks(row) & BROKEN) !== 0;
  }
  scattered(row: number): boolean {
    return (this.marks(row) & SCATTERED) !== 0;
  }
  /** Whether it asks not to be answered above MQTT, by `sys.ack` 0. */
  declinesReply(row: number): boolean {
    return (this.marks(row) & NO_REPLY) !== 0;
  }
  /** 0 where the packet has none. */
  packetId(row: number): number {
    return this.chunk(row).packetId[row % CHUNK_ROWS] ?? 0;
  }
  /** Topic number, or -1. */
  topic(row: number): number {
    const topic = this.chunk(row).topic[row % CHUNK_ROWS] ?? NO_TOPIC;
    return topic === NO_TOPIC ? -1 : topic;
  }
  /** Return or reason code, or -1. */
  code(row: number): number {
    const code = this.chunk(row).code[row % CHUNK_ROWS] ?? NO_CODE;
    return code === NO_CODE ? -1 : code;
  }
  /** Row of the other half of the exchange, or -1. */
  peer(row: number): number {
    return (this.chunk(row).peer[row % CHUNK_ROWS] ?? 0) - 1;
  }
  /** Row of the message at the other end of an Alink or RRPC dialogue, or -1. */
  related(row: number): number {
    return this.header(row) >> 4 === PUBLISH ? this.linked(row) : -1;
  }
  /** Row that belongs to this one besides its peer, whatever it is, or -1. */
  linked(row: number): number {
    return (this.chunk(row).linked[row % CHUNK_ROWS] ?? 0) - 1;
  }
  connection(row: number): number {
    return this.chunk(row).connection[row % CHUNK_ROWS] ?? 0;
  }

  private marks(row: number): number {
    return this.chunk(row).marks[row % CHUNK_ROWS] ?? 0;
  }

  private chunk(row: number): Chunk {
    const chunk = this.chunks[Math.floor(row / CHUNK_ROWS)];
    if (row < 0 || row >= this.length || chunk === undefined) {
      throw new RangeError(`row ${row} of ${this.length}`);
    }
    return chunk;
  }
}
