import { packetTypeOf } from '../../../mqtt/packet-types.ts';
import { expectsAnswer } from '../../../session/exchange.ts';
import type { WatchedPacket } from './session-rule.ts';

/**
 * Microseconds after which nothing is on its way any more that was sent before, also over a mobile
 * network: what is received later shows a living connection, and an answer that did not come by then
 * is missing.
 */
const ON_ITS_WAY_US = 2_000_000;

/** A packet of the session. */
interface Moment {
  readonly row: number;
  /** Microseconds. */
  readonly time: number;
}

/** What a connection showed behind a packet that the device sent on it. */
export interface Aftermath extends Moment {
  readonly connection: { left: Moment | null };
  /** The first packet sent behind it whose answer came; the time is that of the answer. */
  answered: Moment | null;
  /** The first packet that was received when none from before was on its way any more. */
  heard: Moment | null;
  /** The first packet sent behind it that wants an answer. */
  asked: Moment | null;
}

/**
 * What that means. `answered`, `heard`: the connection was alive. `silent`: other answers were missing
 * too. `left`: the device itself ended the connection. `ended`: it ended otherwise, or the
 * recording did. `unknown`: nothing
 * tells.
 */
export type SignKind = 'answered' | 'heard' | 'silent' | 'left' | 'ended' | 'unknown';

export interface Sign {
  readonly kind: SignKind;
  /** The packet that shows it; -1 without one. */
  readonly row: number;
  /** Microseconds from the packet that is judged; 0 for `unknown`. */
  readonly after: number;
}

/** How long a packet was looked after, in microseconds: times, and the span that its answer may take. */
export interface Watched {
  /** When its connection ended; null while that goes on. */
  readonly ended: number | null;
  /** When it is judged. */
  readonly now: number;
  readonly within: number;
}

/** Follows packets of the device and notes what their connection shows behind them. */
export class SignsOfLife {
  private id = -1;
  private connection: Aftermath['connection'] = { left: null };
  /** Of this connection, oldest first: those that lack one kind of sign each. */
  private unanswered: Aftermath[] = [];
  private unheard: Aftermath[] = [];
  private unasked: Aftermath[] = [];

  /** Shows the next packet; `isDropped` is one whose answer is missing for a reason of its own. */
  packet(packet: WatchedPacket, isDropped: boolean): void {
    const { connection, direction, header } = packet;
    if (connection !== this.id) this.begin(connection);
    if (direction === 'received') this.received(packet);
    else if (packetTypeOf(header) === 'DISCONNECT') this.connection.left = packet;
    else if (expectsAnswer(header) && !isDropped) {
      for (const one of this.unasked) one.asked = packet;
      this.unasked = [];
    }
  }

  /** Follows the packet that was shown last. */
  follow({ row, time }: WatchedPacket): Aftermath {
    const { connection } = this;
    const aftermath = { row, time, connection, answered: null, heard: null, asked: null };
    for (const list of [this.unanswered, this.unheard, this.unasked]) list.push(aftermath);
    return aftermath;
  }

  private begin(connection: number): void {
    this.id = connection;
    this.connection = { left: null };
    this.unanswered = [];
    this.unheard = [];
    this.unasked = [];
  }

  private received({ row, time, peer }: WatchedPacket): void {
    const heard = takeWhile(this.unheard, (one) => time - one.time >= ON_ITS_WAY_US);
    for (const one of heard) one.heard = { row, time };
    if (peer === null) return;
    // TCP keeps the order: the other side had everything that was sent before what it answers.
    const answered = takeWhile(this.unanswered, (one) => one.row < peer);
    for (const one of answered) one.answered = { row: peer, time };
  }
}

/** Takes the first elements out of a list, as long as they meet a condition. */
function takeWhile(list: Aftermath[], condition: (one: Aftermath) => boolean): Aftermath[] {
  const end = list.findIndex((one) => !condition(one));
  return list.splice(0, end < 0 ? list.length : end);
}

/** What the aftermath of a packet without an answer says of its connection. */
export function signOf(aftermath: Aftermath, { ended, now, within }: Watched): Sign {
  const { answered, heard, asked, connection } = aftermath;
  const { left } = connection;
  const over = left?.time ?? ended;
  const lasted = (over ?? now) - aftermath.time;
  const sign = (kind: SignKind, { row, time }: Moment): Sign => ({
    kind,
    row,
    after: time - aftermath.time,
  });
  const end =
    left === null ? ({ kind: 'ended', row: -1, after: lasted } as const) : sign('left', left);
  // The answer itself may have been on its way, whatever else came.
  if (over !== null && lasted < ON_ITS_WAY_US) return end;
  if (answered !== null) return sign('answered', answered);
  if (heard !== null) return sign('heard', heard);
  if (asked !== null && (over ?? now) - asked.time >= ON_ITS_WAY_US) return sign('silent', asked);
  return over !== null && lasted < within ? end : { kind: 'unknown', row: -1, after: 0 };
}
