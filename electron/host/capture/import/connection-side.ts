import type { MemoryBudget } from './memory-budget.ts';
import { PacketAssembler } from './packet-assembler.ts';
import type { Counts } from './report.ts';
import { type StreamTarget, TcpStream } from './tcp-stream.ts';
import { WebSocketStream } from './web-socket-stream.ts';

/** First bytes that no control packet has: TLS's handshake record, `GET`, `HTTP`. */
const TLS_HANDSHAKE = 0x16;
const GET = 0x47;
const HTTP = 0x48;

export interface SideTarget {
  packet(bytes: Buffer, time: number): void;
  /** The connection speaks TLS. */
  encrypted(): void;
  /** It takes more memory than an import has. */
  exhausted(): void;
}

/** One direction of a connection, from its segments to its control packets. */
export class ConnectionSide implements StreamTarget {
  readonly stream: TcpStream;
  /** The sequence number of its SYN, once seen, and the one behind its last byte. */
  synAt: number | null = null;
  finAt: number | null = null;
  private readonly assembler: PacketAssembler;
  private webSocket: WebSocketStream | null = null;
  private first = true;
  private readonly fromClient: boolean;
  private readonly counts: Counts;
  private readonly target: SideTarget;

  /** @param fromStart its SYN was seen, or its first bytes are known to be at hand */
  constructor(
    target: SideTarget,
    fromClient: boolean,
    fromStart: boolean,
    counts: Counts,
    budget: MemoryBudget,
  ) {
    this.target = target;
    this.fromClient = fromClient;
    this.counts = counts;
    this.stream = new TcpStream(this, budget);
    this.assembler = new PacketAssembler(
      {
        packet: (packet, time) => target.packet(packet, time),
        skipped: (skipped) => this.skipped(skipped),
        exhausted: () => target.exhausted(),
      },
      budget,
      !fromStart,
    );
  }

  /** True when everything up to its FIN was delivered. */
  get complete(): boolean {
    return this.finAt !== null && this.stream.position === this.finAt;
  }

  bytes(bytes: Buffer, time: number): void {
    if (this.first) {
      this.first = false;
      const [byte] = bytes;
      if (byte === TLS_HANDSHAKE) {
        this.target.encrypted();
        return;
      }
      if (byte === (this.fromClient ? GET : HTTP)) this.webSocket = this.newWebSocket();
    }
    if (this.webSocket === null) this.assembler.feed(bytes, time);
    else this.webSocket.feed(bytes, time);
  }

  gap(): void {
    this.counts.gaps += 1;
    if (this.webSocket === null) this.assembler.lose();
    else this.webSocket.lose();
  }

  repeated(): void {
    this.counts.retransmissions += 1;
  }

  exhausted(): void {
    this.target.exhausted();
  }

  /** The connection is over: delivers what waited. */
  end(): void {
    this.stream.flush();
    this.assembler.lose();
  }

  /** Forgets everything. */
  drop(): void {
    this.stream.drop();
    this.assembler.lose();
  }

  private newWebSocket(): WebSocketStream {
    // Behind the HTTP head a message begins.
    this.assembler.expectPacket();
    return new WebSocketStream(
      {
        bytes: (bytes, time) => this.assembler.feed(bytes, time),
        unreadable: (bytes) => this.skipped(bytes),
        compressed: () => {
          this.counts.compressedMessages += 1;
          this.assembler.lose();
        },
        lost: () => this.assembler.lose(),
      },
      this.fromClient,
    );
  }

  private skipped(bytes: number): void {
    this.counts.skippedBytes += bytes;
  }
}
