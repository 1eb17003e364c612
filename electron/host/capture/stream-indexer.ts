import { type BrokenReason, FrameSplitter } from '../../../shared/mqtt/frame-splitter.ts';
import { emptyFacts, filtersOf, readFacts } from '../../../shared/mqtt/packet-facts.ts';
import { type DialogueTracker, declinesReply } from '../../../shared/session/dialogue.ts';
import type { ExchangeTracker } from '../../../shared/session/exchange.ts';
import type { PacketIndex } from './packet-index.ts';
import { SEGMENT_BYTES_MAX } from './synthetic-tcp.ts';
import type { TopicTable } from './topic-table.ts';

/** How much of a scattered packet is held together to read its facts: any topic and any SUBACK fits. */
const PREFIX_BYTES = 256 * 1024;

/** How much of an Alink message is searched for its `id`. */
const ALINK_BYTES = 64 * 1024;

const SUBSCRIBE = 8;
const UNSUBSCRIBE = 10;
const PUBLISH = 3;

const NO_BYTES = Buffer.alloc(0);
/** Where nothing is fed. */
const keepNothing: Sink = { accepts: () => false, place: () => 0 };

/** What both directions of a connection share. */
export interface ConnectionContext {
  readonly number: number;
  /** From CONNECT; 4 (3.1.1) until one was seen. */
  level: number;
  /** Time of its first packet, in microseconds since the epoch; null before it. */
  begun: number | null;
  /** When it ended, in microseconds since the epoch; null while it is open. */
  ended: number | null;
  readonly exchanges: ExchangeTracker;
}

/** Where a capture's packets are kept. */
export interface IndexTarget {
  readonly index: PacketIndex;
  readonly topics: TopicTable;
  /** Goes on over reconnects: a reply may come on the next connection. */
  readonly dialogues: DialogueTracker;
  /** Positions and lengths of the pieces of scattered packets, flat, by row. */
  readonly pieces: Map<number, readonly number[]>;
  /** Called when a row that exists already has changed. */
  rowChanged(row: number): void;
  /** Called for a packet that the sink did not accept, when it has passed. */
  packetDropped(): void;
}

/** Where the bytes of a chunk are kept. */
export interface Sink {
  /** Whether a packet with this first byte may begin; one that began is taken to its end. */
  accepts(header: number): boolean;
  /** Keeps the bytes `start` to `end` of the chunk; answers where in the file they lie. */
  place(start: number, end: number): number;
}

/**
 * Turns one direction of a connection into rows of the index: the same code for live bytes and for a
 * capture that is opened again, so that both show the same.
 */
export class StreamIndexer {
  private readonly splitter = new FrameSplitter();
  private readonly facts = emptyFacts();
  /** MQTT 5 topic aliases of this direction: alias to topic number. */
  private readonly aliases = new Map<number, number>();
  /** The packet under way: where its pieces lie, and its first bytes. */
  private pieces: number[] = [];
  private prefix: Buffer[] = [];
  private prefixBytes = 0;
  /** The packet under way is not kept. */
  private dropping = false;
  /** What is fed right now: in fields, as a function made for each chunk costs more than its row. */
  private chunk: Buffer = NO_BYTES;
  private time = 0;
  private sink: Sink = keepNothing;
  private readonly target: IndexTarget;
  private readonly connection: ConnectionContext;
  private readonly sent: boolean;

  constructor(target: IndexTarget, connection: ConnectionContext, sent: boolean) {
    this.target = target;
    this.connection = connection;
    this.sent = sent;
  }

  /** Takes the next chunk. Answers why the stream cannot be read on, or null. */
  feed(chunk: Buffer, time: number, sink: Sink): BrokenReason | null {
    this.chunk = chunk;
    this.time = time;
    this.sink = sink;
    this.splitter.feed(chunk, this.takePiece);
    this.chunk = NO_BYTES;
    this.sink = keepNothing;
    return this.splitter.broken;
  }

  private readonly takePiece = (start: number, end: number, begins: boolean, ends: boolean) => {
    const { chunk, time, sink } = this;
    const over = ends || this.splitter.broken !== null;
    if (this.pieces.length === 0 && !this.dropping) {
      this.dropping = !sink.accepts(chunk[start] ?? 0);
    }
    if (this.dropping) {
      if (over) this.drop();
    } else if (begins && ends && end - start <= SEGMENT_BYTES_MAX) {
      this.addRow(chunk, start, end, end - start, sink.place(start, end), time, false);
    } else {
      this.collect(chunk, start, end, time, sink);
      if (ends) this.addCollected(time, false);
    }
  };

  /** The connection is over: what is left of an unfinished packet becomes a broken row. */
  end(time: number): void {
    if (this.dropping) this.drop();
    if (this.pieces.length > 0) this.addCollected(time, true);
  }

  private drop(): void {
    this.dropping = false;
    this.target.packetDropped();
  }

  private collect(chunk: Buffer, start: number, end: number, time: number, sink: Sink): void {
    for (let from = start; from < end; from += SEGMENT_BYTES_MAX) {
      const to = Math.min(from + SEGMENT_BYTES_MAX, end);
      this.pieces.push(sink.place(from, to), to - from);
      const kept = chunk.subarray(from, Math.min(to, from + PREFIX_BYTES - this.prefixBytes));
      if (kept.length > 0) this.prefix.push(kept);
      this.prefixBytes += kept.length;
      // A row per segment, as a file that is opened again shows these bytes segment by segment.
      if (this.splitter.broken !== null) this.addCollected(time, true);
    }
  }

  private addCollected(time: number, broken: boolean): void {
    const { pieces } = this;
    const prefix = Buffer.concat(this.prefix);
    this.pieces = [];
    this.prefix = [];
    this.prefixBytes = 0;
    let size = 0;
    for (let at = 1; at < pieces.length; at += 2) size += pieces[at] ?? 0;
    const row = this.addRow(prefix, 0, prefix.length, size, pieces[0] ?? 0, time, broken, true);
    this.target.pieces.set(row, pieces);
  }

  private addRow(
    bytes: Buffer,
    start: number,
    end: number,
    size: number,
    position: number,
    time: number,
    broken: boolean,
    scattered = false,
  ): number {
    const { facts, connection, target } = this;
    const header = bytes[start] ?? 0;
    connection.begun ??= time;
    readFacts(bytes, start, end, connection.level, facts);
    if (facts.level !== 0 && this.sent) {
      connection.level = facts.level;
      connection.exchanges.keepAlive = facts.keepAlive;
    }
    const topic = broken ? -1 : this.topicNumber(bytes, start, end, header >> 4);
    const row = target.index.append(
      time,
      position,
      size,
      header,
      this.sent,
      broken,
      scattered,
      facts.packetId,
      topic,
      facts.code,
      connection.number,
    );
    if (broken) return row;
    const direction = this.sent ? 'sent' : 'received';
    const request = connection.exchanges.add(row, direction, header, facts.packetId, time);
    if (request >= 0) {
      target.index.pair(request, row);
      target.rowChanged(request);
    }
    const pubrec = connection.exchanges.goesOnFrom(row, direction, header, facts.packetId);
    if (pubrec >= 0) {
      target.index.link(pubrec, row);
      target.rowChanged(pubrec);
    }
    if (header >> 4 === PUBLISH && topic >= 0) this.relate(row, topic, bytes, end);
    return row;
  }

  private relate(row: number, topic: number, bytes: Buffer, end: number): void {
    const { target, facts } = this;
    const role = target.dialogues.roleOf(topic, target.topics.text(topic));
    if (role.kind === 'none') return;
    const { payloadStart } = facts;
    const payload = bytes.toString('utf8', payloadStart, Math.min(end, payloadStart + ALINK_BYTES));
    if (role.kind === 'asks' && declinesReply(payload)) target.index.declineReply(row);
    const request = target.dialogues.add(row, this.sent, role, payload);
    if (request < 0) return;
    target.index.link(request, row);
    target.rowChanged(request);
  }

  private topicNumber(bytes: Buffer, start: number, end: number, type: number): number {
    const { facts, target } = this;
    if (type === SUBSCRIBE || type === UNSUBSCRIBE) {
      const filters = Buffer.from(
        filtersOf(bytes.subarray(start, end), this.connection.level, (range) =>
          Buffer.from(range).toString('utf8'),
        ),
      );
      return target.topics.number(filters, 0, filters.length);
    }
    if (facts.topicEnd > facts.topicStart) {
      const number = target.topics.number(bytes, facts.topicStart, facts.topicEnd);
      if (facts.topicAlias > 0) this.aliases.set(facts.topicAlias, number);
      return number;
    }
    return type === PUBLISH ? (this.aliases.get(facts.topicAlias) ?? -1) : -1;
  }
}
