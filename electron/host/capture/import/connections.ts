import { ImportedConnection, type PacketSink } from './imported-connection.ts';
import { MemoryBudget } from './memory-budget.ts';
import type { Address, Segment } from './read-segment.ts';
import type { Counts } from './report.ts';

/** Connections followed at once; the one that was silent longest is given up for the next. */
const CONNECTIONS_MAX = 4096;
/** How far into a request the signs of MQTT over WebSocket are looked for. */
const REQUEST_BYTES = 4096;

interface Known {
  readonly connection: ImportedConnection;
  /** Key of the client's address. */
  readonly client: string;
}

const addressKey = ({ host, port }: Address) => `${host}:${port}`;

/** Sorts segments into connections, and leaves out what is no MQTT. */
export class Connections {
  private readonly known = new Map<string, Known>();
  private readonly ports: ReadonlySet<number>;
  private readonly sink: PacketSink;
  private readonly counts: Counts;
  private readonly budget = new MemoryBudget();

  constructor(ports: ReadonlySet<number>, sink: PacketSink, counts: Counts) {
    this.ports = ports;
    this.sink = sink;
    this.counts = counts;
  }

  /** Takes the next segment; false when it belongs to nothing of interest. */
  take(segment: Segment, time: number): boolean {
    const source = addressKey(segment.source);
    const target = addressKey(segment.target);
    const key = source < target ? `${source} ${target}` : `${target} ${source}`;
    const known = this.current(key, segment, source) ?? this.begin(segment, source, target);
    if (known === null) return this.named(segment);
    // Moved to the end: the map's order is the order of use.
    this.known.delete(key);
    this.known.set(key, known);
    this.forgetOldest();
    known.connection.take(segment, known.client === source, time);
    return true;
  }

  /** The file is over. */
  end(): void {
    for (const { connection } of this.known.values()) connection.end();
    this.known.clear();
  }

  private named({ source, target }: Segment): boolean {
    return this.ports.has(source.port) || this.ports.has(target.port);
  }

  /** The connection a segment belongs to, unless it begins another one. */
  private current(key: string, segment: Segment, source: string): Known | null {
    const known = this.known.get(key);
    if (known === undefined) return null;
    if (!known.connection.isBegunAnewBy(segment, known.client === source)) return known;
    known.connection.end();
    return null;
  }

  private begin(segment: Segment, source: string, target: string): Known | null {
    const webSocket = asksForMqtt(segment.payload);
    if (!webSocket && (!this.named(segment) || (segment.payload.length === 0 && !segment.syn))) {
      return null;
    }
    const fromClient = webSocket || this.isFromClient(segment);
    const ends = fromClient
      ? { client: segment.source, server: segment.target }
      : { client: segment.target, server: segment.source };
    return {
      connection: new ImportedConnection(
        ends,
        webSocket || segment.syn,
        this.sink,
        this.counts,
        this.budget,
      ),
      client: fromClient ? source : target,
    };
  }

  /** SYN tells; without it the port that was named is the server's. */
  private isFromClient({ syn, ack, target }: Segment): boolean {
    return syn ? !ack : this.ports.has(target.port);
  }

  private forgetOldest(): void {
    for (const [key, { connection }] of this.known) {
      if (this.known.size <= CONNECTIONS_MAX) return;
      connection.abandon();
      this.known.delete(key);
    }
  }
}

/** A request to speak MQTT over WebSocket (MQTT 3.1.1 §6). */
function asksForMqtt(payload: Buffer): boolean {
  if (payload.length < 16 || payload.toString('latin1', 0, 4) !== 'GET ') return false;
  const head = payload.toString('latin1', 0, REQUEST_BYTES);
  return /^sec-websocket-protocol:.*mqtt/im.test(head);
}
