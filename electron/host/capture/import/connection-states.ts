import type { Direction } from '../../../../shared/contract/packets.ts';
import { connackFacts, connectFacts } from '../../../../shared/mqtt/connect-facts.ts';
import { emptyFacts, readFacts } from '../../../../shared/mqtt/packet-facts.ts';
import { packetTypeOf } from '../../../../shared/mqtt/packet-types.ts';
import type { ConnectionState } from '../../../../shared/session/connection-state.ts';
import {
  causeOfClose,
  causeOfConnack,
  causeOfDisconnect,
} from '../../../../shared/session/end-causes.ts';

/** A change of the connection's state, as a line of a capture's events tells it. */
export interface NotedState {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly state: ConnectionState;
  /** Packets of the capture before it. */
  readonly packets: number;
}

/**
 * How the connection of a file's one client went, as its CONNECTs, their answers and the ends of TCP
 * connections tell; what was not seen is not told.
 */
export class ConnectionStates {
  private readonly states: NotedState[] = [];
  private clientId: string | null = null;
  private others = false;
  /** The latest connection: what becomes of one that it took the place of is no change. */
  private current: number | null = null;
  private accepted = false;

  /** The changes in order; empty where CONNECTs named several clients, or none by name twice. */
  get ofOnlyClient(): readonly NotedState[] {
    return this.others ? [] : this.states;
  }

  /**
   * Shows a packet.
   *
   * @param time microseconds since the epoch
   * @param packets those before it
   */
  packet(connection: number, sent: boolean, bytes: Buffer, time: number, packets: number): void {
    const type = packetTypeOf(bytes[0] ?? 0);
    if (type === 'CONNECT' && sent) this.connect(connection, bytes, time, packets);
    if (connection !== this.current) return;
    if (type === 'CONNACK' && !sent) this.connack(bytes, time, packets + 1);
    if (type === 'DISCONNECT') this.disconnect(sent, bytes, time, packets + 1);
  }

  /** The TCP connection is over; `closer` is the side that closed it, where that was seen. */
  closed(connection: number, time: number, packets: number, closer: Direction | undefined): void {
    if (connection !== this.current || closer === undefined) return;
    const cause = closer === 'received' ? causeOfClose(this.accepted) : null;
    this.end({ status: 'closed', cause }, time, packets);
  }

  private connect(connection: number, bytes: Buffer, time: number, packets: number): void {
    const clientId = connectFacts(bytes)?.clientId ?? '';
    // Clients without a name of their own cannot be told apart.
    const isKnown = this.clientId === null || (clientId === this.clientId && clientId !== '');
    if (!isKnown) this.others = true;
    this.clientId = clientId;
    this.current = connection;
    this.accepted = false;
    this.add({ status: 'connecting', phase: 'mqtt', attempt: 1 }, time, packets);
  }

  private connack(bytes: Buffer, time: number, packets: number): void {
    const { code, sessionPresent } = connackFacts(bytes) ?? { code: 0, sessionPresent: false };
    if (code !== 0) {
      this.end({ status: 'closed', cause: causeOfConnack(code) }, time, packets);
      return;
    }
    this.accepted = true;
    const since = Math.floor(time / 1000);
    this.add({ status: 'connected', since, sessionPresent }, time, packets);
  }

  private disconnect(sent: boolean, bytes: Buffer, time: number, packets: number): void {
    const facts = emptyFacts();
    // Only MQTT 5 lets a broker say DISCONNECT (MQTT 5.0 §3.14).
    readFacts(bytes, 0, bytes.length, 5, facts);
    const cause = sent ? null : causeOfDisconnect(facts.code);
    this.end({ status: 'closed', cause }, time, packets);
  }

  private end(state: ConnectionState, time: number, packets: number): void {
    this.current = null;
    this.add(state, time, packets);
  }

  private add(state: ConnectionState, time: number, packets: number): void {
    this.states.push({ time: Math.floor(time / 1000), state, packets });
  }
}
