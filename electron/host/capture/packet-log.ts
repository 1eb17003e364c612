import type { Direction } from '../../../shared/contract/packets.ts';
import type { BrokenReason } from '../../../shared/mqtt/frame-splitter.ts';
import { DialogueTracker } from '../../../shared/session/dialogue.ts';
import { ExchangeTracker } from '../../../shared/session/exchange.ts';
import type { PacketFile } from './packet-file.ts';
import { PacketIndex } from './packet-index.ts';
import { fileHeader } from './pcapng.ts';
import {
  type ConnectionContext,
  type IndexTarget,
  type Sink,
  StreamIndexer,
} from './stream-indexer.ts';
import {
  HANDSHAKE_BLOCK_BYTES,
  SEGMENT_DATA_OFFSET,
  segmentBlockLength,
  writeHandshakeBlock,
  writeSegmentBlock,
} from './synthetic-blocks.ts';
import { CLOSING, type Handshake, OPENING, SyntheticTcp } from './synthetic-tcp.ts';
import { TopicTable } from './topic-table.ts';

/** What files are said to be written by. */
export const APPLICATION = 'Tricorder';

const CONNECT = 1;
/** Bytes of a file that is opened again lie where they were found, and none is refused. */
class FoundBytes implements Sink {
  /** Where in the file the chunk lies that is fed. */
  position = 0;

  accepts(): boolean {
    return true;
  }

  place(start: number): number {
    return this.position + start;
  }
}

interface Connection {
  readonly context: ConnectionContext;
  readonly tcp: SyntheticTcp;
  readonly sent: StreamIndexer;
  readonly received: StreamIndexer;
  /** Its opening is in the file, its closing is not. */
  open: boolean;
}

/** Every packet of a capture: bytes in the file, columns in memory. */
export class PacketLog implements IndexTarget {
  readonly index = new PacketIndex();
  readonly topics = new TopicTable();
  readonly dialogues = new DialogueTracker();
  readonly pieces = new Map<number, readonly number[]>();
  /** Packets that were not recorded: the disk failed, or fell too far behind. */
  dropped = 0;
  /** Set by whoever wants to know of rows that changed after they were added. */
  onRowChanged: ((row: number) => void) | null = null;
  private readonly file: PacketFile;
  private readonly connections: Connection[] = [];
  private readonly found = new FoundBytes();

  constructor(file: PacketFile) {
    this.file = file;
  }

  /** Begins the file; once, before anything else. */
  writeHeader(): void {
    const header = fileHeader(APPLICATION);
    const { buffer, at } = this.file.reserve(header.length);
    buffer.set(header, at);
  }

  /** A new connection (a reconnect too): a TCP stream of its own. Answers its number. */
  openConnection(time: number): number {
    const connection = this.addConnection();
    if (this.file.accepts) this.writeOpening(connection, time);
    return connection.context.number;
  }

  /**
   * Appends bytes as they crossed the wire. Answers why the stream cannot be split any more, or null.
   *
   * @param time microseconds since the epoch
   */
  append(number: number, sent: boolean, chunk: Buffer, time: number): BrokenReason | null {
    const connection = this.connections[number];
    if (connection === undefined) throw new RangeError(`connection ${number}`);
    const stream = sent ? connection.sent : connection.received;
    return stream.feed(chunk, time, {
      // Without its CONNECT the rest of a connection could not be read after a failure is over.
      accepts: (header) =>
        this.file.accepts || (header >> 4 === CONNECT && this.file.failure !== null),
      place: (start, end) => {
        if (!connection.open) this.writeOpening(connection, time);
        return this.writeSegment(connection, sent, chunk, start, end, time);
      },
    });
  }

  /**
   * The connection is over: unfinished packets become broken rows.
   *
   * @param closer the side that closed it; the device where that is not known
   */
  closeConnection(number: number, time: number, closer: Direction = 'sent'): void {
    const connection = this.connections[number];
    if (connection === undefined) return;
    this.endConnection(connection, time);
    if (!connection.open || !this.file.accepts) return;
    for (const step of CLOSING) this.writeHandshake(connection, step, time, closer);
    connection.open = false;
  }

  /** A connection found in a file that is opened again. */
  replayConnection(): number {
    return this.addConnection().context.number;
  }

  /** Bytes found in a file that is opened again, `position` being where they lie in it. */
  replay(number: number, sent: boolean, chunk: Buffer, time: number, position: number): void {
    const connection = this.connections[number];
    const stream = sent ? connection?.sent : connection?.received;
    this.found.position = position;
    stream?.feed(chunk, time, this.found);
  }

  /** The end of a connection in a file that is opened again. */
  replayEnd(number: number, time: number): void {
    const connection = this.connections[number];
    if (connection !== undefined) this.endConnection(connection, time);
  }

  /** The bytes of a packet, the first `limit` of them. */
  read(row: number, limit: number): Promise<Buffer> {
    return this.readPart(row, 0, limit);
  }

  /** The bytes of a packet from `start` on, at most `length` of them; fewer at its end. */
  async readPart(row: number, start: number, length: number): Promise<Buffer> {
    const pieces = this.pieces.get(row) ?? [this.index.offset(row), this.index.size(row)];
    const parts: Buffer[] = [];
    let before = start;
    let missing = length;
    for (let at = 0; at < pieces.length && missing > 0; at += 2) {
      const size = pieces[at + 1] ?? 0;
      const skipped = Math.min(before, size);
      const taken = Math.min(size - skipped, missing);
      if (taken > 0) parts.push(await this.file.readAt((pieces[at] ?? 0) + skipped, taken));
      before -= skipped;
      missing -= taken;
    }
    return Buffer.concat(parts);
  }

  /** Bytes of the file as they are, those on their way to it included; fewer at its end. */
  readRange(position: number, length: number): Promise<Buffer> {
    return this.file.readAt(position, length);
  }

  /** Protocol level of the connection a row belongs to: 3, 4 or 5. */
  level(row: number): number {
    return this.connections[this.index.connection(row)]?.context.level ?? 4;
  }

  /** Keep alive of the connection a row belongs to, in seconds; 0 is off. */
  keepAlive(row: number): number {
    return this.connections[this.index.connection(row)]?.context.exchanges.keepAlive ?? 0;
  }

  /** When the connection a row belongs to had its first packet, in microseconds since the epoch. */
  begun(row: number): number | null {
    return this.connections[this.index.connection(row)]?.context.begun ?? null;
  }

  /** When that connection ended; null while it is open. */
  ended(row: number): number | null {
    return this.connections[this.index.connection(row)]?.context.ended ?? null;
  }

  /** The spans between two connections, in microseconds since the epoch. */
  offline(): { readonly from: number; readonly to: number }[] {
    return this.connections.flatMap(({ context: { begun } }, at) => {
      const from = this.connections[at - 1]?.context.ended ?? null;
      return from !== null && begun !== null && begun > from ? [{ from, to: begun }] : [];
    });
  }

  /** True once a later connection exists: what the row's connection left open stays so. */
  connectionEnded(row: number): boolean {
    return this.index.connection(row) < this.connections.length - 1;
  }

  /** Tells of requests whose answer became overdue, through `onRowChanged`. */
  checkOverdue(time: number): void {
    const last = this.connections[this.connections.length - 1];
    for (const row of last?.context.exchanges.takeOverdue(time) ?? []) this.rowChanged(row);
  }

  rowChanged(row: number): void {
    this.onRowChanged?.(row);
  }

  packetDropped(): void {
    this.dropped += 1;
  }

  private addConnection(): Connection {
    const number = this.connections.length;
    const context: ConnectionContext = {
      number,
      level: 4,
      begun: null,
      ended: null,
      exchanges: new ExchangeTracker(),
    };
    const connection: Connection = {
      context,
      tcp: new SyntheticTcp(number),
      sent: new StreamIndexer(this, context, true),
      received: new StreamIndexer(this, context, false),
      open: false,
    };
    this.connections.push(connection);
    return connection;
  }

  private endConnection({ context, sent, received }: Connection, time: number): void {
    sent.end(time);
    received.end(time);
    context.ended = time;
  }

  private writeOpening(connection: Connection, time: number): void {
    for (const step of OPENING) this.writeHandshake(connection, step, time);
    connection.open = true;
  }

  private writeHandshake(
    { tcp }: Connection,
    step: Handshake,
    time: number,
    closer?: Direction,
  ): void {
    const { buffer, at } = this.file.reserve(HANDSHAKE_BLOCK_BYTES);
    writeHandshakeBlock(buffer, at, tcp, step, time, closer);
  }

  /** Answers where in the file the bytes lie. */
  private writeSegment(
    { tcp }: Connection,
    sent: boolean,
    chunk: Buffer,
    start: number,
    end: number,
    time: number,
  ): number {
    const position = this.file.size;
    const { buffer, at } = this.file.reserve(segmentBlockLength(end - start));
    writeSegmentBlock(buffer, at, tcp, sent, chunk, start, end, time);
    return position + SEGMENT_DATA_OFFSET;
  }
}
