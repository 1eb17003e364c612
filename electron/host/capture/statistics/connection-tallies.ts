import type { Direction } from '../../../../shared/contract/packets.ts';
import {
  CONNECTIONS_TOLD_MAX,
  type ConnectionFigures,
} from '../../../../shared/contract/statistics.ts';
import { packetTypeNumbers } from '../../../../shared/mqtt/packet-types.ts';
import type { ConnectionState } from '../../../../shared/session/connection-state.ts';
import type { PacketLog } from '../packet-log.ts';
import type { Band } from '../state-bands.ts';

const { DISCONNECT } = packetTypeNumbers;

interface Tally {
  readonly sent: { packets: number; bytes: number };
  readonly received: { packets: number; bytes: number };
  readonly first: number;
  disconnect: Direction | null;
}

/** Counts what crossed each network connection. */
export class ConnectionTallies {
  private readonly log: PacketLog;
  /** By number, in order of appearance. */
  private readonly tallies = new Map<number, Tally>();
  private current: Tally | undefined;
  private currentNumber = -1;

  constructor(log: PacketLog) {
    this.log = log;
  }

  get total(): number {
    return this.tallies.size;
  }

  take(row: number): void {
    const { index } = this.log;
    const number = index.connection(row);
    const tally =
      this.current && number === this.currentNumber ? this.current : this.turnTo(number, row);
    const sent = index.sent(row);
    const amount = sent ? tally.sent : tally.received;
    amount.packets += 1;
    amount.bytes += index.size(row);
    if (index.header(row) >> 4 === DISCONNECT && !index.broken(row)) {
      tally.disconnect = sent ? 'sent' : 'received';
    }
  }

  /**
   * The latest connections.
   *
   * @param bands how the connection's state changed, where that was noted
   */
  figures(bands: readonly Band[]): ConnectionFigures[] {
    const { log } = this;
    const ends = endsOf(bands, log);
    return [...this.tallies]
      .slice(-CONNECTIONS_TOLD_MAX)
      .map(([number, { first, sent, received, disconnect }]) => ({
        number: number + 1,
        sent: { ...sent },
        received: { ...received },
        disconnect,
        begun: log.begun(first) ?? log.index.time(first),
        ended: log.ended(first),
        state: ends.get(number) ?? null,
      }));
  }

  private turnTo(number: number, row: number): Tally {
    let tally = this.tallies.get(number);
    if (tally === undefined) {
      const none = () => ({ packets: 0, bytes: 0 });
      tally = { sent: none(), received: none(), first: row, disconnect: null };
      this.tallies.set(number, tally);
    }
    this.current = tally;
    this.currentNumber = number;
    return tally;
  }
}

/** What each connection came to: the first state without one behind its last packet. */
function endsOf(bands: readonly Band[], { index }: PacketLog): Map<number, ConnectionState> {
  const ends = new Map<number, ConnectionState>();
  for (const { row, states } of bands) {
    if (row === 0 || row > index.length) continue;
    const number = index.connection(row - 1);
    const end = states.find(({ status }) => status === 'waiting' || status === 'closed');
    if (end !== undefined && !ends.has(number)) ends.set(number, end);
  }
  return ends;
}
