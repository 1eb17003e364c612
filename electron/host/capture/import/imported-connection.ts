import type { Direction } from '../../../../shared/contract/packets.ts';
import { ConnectionSide } from './connection-side.ts';
import type { MemoryBudget } from './memory-budget.ts';
import type { Address, Segment } from './read-segment.ts';
import type { Counts } from './report.ts';

/** A SYN this close before the first bytes that were seen belongs to them: it came out of order. */
const LATE_SYN = 65_536;

/** Who speaks with whom. */
export interface Ends {
  readonly client: Address;
  readonly server: Address;
}

/** Where the control packets of a connection are kept. */
export interface PacketSink {
  /** A connection with at least one packet; answers its number, or null if there are too many. */
  open(time: number, ends: Ends): number | null;
  packet(number: number, sent: boolean, bytes: Buffer, time: number): void;
  /** `closer` is the side that closed it, where that was seen. */
  close(number: number, time: number, closer: Direction | undefined): void;
}

/** A TCP connection found in a file. */
export class ImportedConnection {
  private readonly client: ConnectionSide;
  private readonly server: ConnectionSide;
  private readonly sink: PacketSink;
  private readonly counts: Counts;
  private readonly ends: Ends;
  private number: number | null = null;
  /** Nothing more is taken from it: it is over, encrypted, or was given up. */
  private over = false;
  private closer: Direction | undefined;
  private time = 0;

  /** @param fromStart the first segment is the connection's first, or its first with data */
  constructor(
    ends: Ends,
    fromStart: boolean,
    sink: PacketSink,
    counts: Counts,
    budget: MemoryBudget,
  ) {
    this.ends = ends;
    this.sink = sink;
    this.counts = counts;
    const side = (sent: boolean) =>
      new ConnectionSide(
        {
          packet: (bytes, time) => this.packet(sent, bytes, time),
          encrypted: () => this.encrypted(),
          exhausted: () => this.abandon(),
        },
        sent,
        fromStart,
        counts,
        budget,
      );
    this.client = side(true);
    this.server = side(false);
  }

  /** True for a SYN that begins another connection between the same addresses. */
  isBegunAnewBy({ syn, sequence }: Segment, fromClient: boolean): boolean {
    const { synAt, stream } = fromClient ? this.client : this.server;
    if (!syn || synAt === sequence) return false;
    if (this.over || synAt !== null) return true;
    if (stream.position === null) return false;
    const ahead = (stream.position - (sequence + 1)) | 0;
    return ahead < 0 || ahead > LATE_SYN;
  }

  take(segment: Segment, fromClient: boolean, time: number): void {
    if (this.over) return;
    this.time = time;
    const side = fromClient ? this.client : this.server;
    const other = fromClient ? this.server : this.client;
    const { syn, ack, fin, rst, payload } = segment;
    const sequence = (segment.sequence + (syn ? 1 : 0)) >>> 0;
    if (syn && side.synAt === null) {
      side.synAt = segment.sequence;
      if (side.stream.position === null) side.stream.begin(sequence);
    }
    if (ack) other.stream.acknowledge(segment.acknowledged, time);
    if (payload.length > 0) side.stream.segment(sequence, payload, time);
    if (fin || rst) this.closer ??= fromClient ? 'sent' : 'received';
    if (fin) side.finAt = (sequence + payload.length) >>> 0;
    if (rst || (this.client.complete && this.server.complete)) this.end();
  }

  /** No more of it will come. */
  end(): void {
    if (this.over) return;
    this.client.end();
    this.server.end();
    if (!this.over) this.finish();
  }

  /** Gives it up, with what it holds. */
  abandon(): void {
    if (this.over) return;
    this.counts.abandonedConnections += 1;
    this.finish();
    this.client.drop();
    this.server.drop();
  }

  private finish(): void {
    this.over = true;
    if (this.number !== null) this.sink.close(this.number, this.time, this.closer);
  }

  private encrypted(): void {
    this.counts.encryptedConnections += 1;
    this.finish();
    this.client.drop();
    this.server.drop();
  }

  private packet(sent: boolean, bytes: Buffer, time: number): void {
    if (this.over) return;
    this.number ??= this.sink.open(time, this.ends);
    if (this.number === null) this.abandon();
    else this.sink.packet(this.number, sent, bytes, time);
  }
}
