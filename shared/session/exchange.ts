/**
 * Pairs each packet with its answer on one connection. Rows are positions in the capture; packet
 * identifiers are reused, so a pair is forgotten as soon as it is complete, and a new request with an
 * identifier still outstanding replaces the old one (which stays unanswered).
 */

const OTHER = { sent: 'received', received: 'sent' } as const;
type Direction = keyof typeof OTHER;

/** What a control packet type waits for, and who answers: numbers of MQTT 3.1.1 §2.2.1. */
const ANSWERS: Readonly<Record<number, readonly number[]>> = {
  1: [2],
  6: [7],
  8: [9],
  10: [11],
  12: [13],
};
const PUBLISH = 3;
const PUBACK = 4;
const PUBREC = 5;
const PUBREL = 6;

const PINGREQ = 12;

/** Microseconds after which a request without an answer counts as unanswered. */
export const ANSWER_OVERDUE_US = 10_000_000;

/**
 * Microseconds within which a request is answered: a ping before the next one is due, everything
 * else within ten seconds.
 *
 * @param keepAlive seconds, as CONNECT announced it; 0 is off
 */
export function overdueAfter(header: number, keepAlive: number): number {
  const isPing = header >> 4 === PINGREQ && keepAlive > 0;
  return isPing ? keepAlive * 1_000_000 : ANSWER_OVERDUE_US;
}

function answersTo(header: number): readonly number[] {
  const type = header >> 4;
  if (type !== PUBLISH) return ANSWERS[type] ?? [];
  const qos = (header >> 1) & 3;
  if (qos === 1) return [PUBACK];
  return qos === 2 ? [PUBREC] : [];
}

/** True for packets that must be answered by the other side. */
export function expectsAnswer(header: number): boolean {
  return answersTo(header).length > 0;
}

interface Outstanding {
  readonly row: number;
  readonly header: number;
  readonly time: number;
  /** It was told to be overdue. */
  told: boolean;
}

export class ExchangeTracker {
  /** Seconds, as CONNECT announced it. */
  keepAlive = 0;
  /** By key, in the order of the requests, so that the first ones are the oldest. */
  private readonly outstanding = new Map<number, Outstanding>();
  /** Rows of PUBRECs whose PUBREL is still to come, by the key of that PUBREL. */
  private readonly received = new Map<number, number>();

  /**
   * Takes the next packet of the connection; answers the row of the request it answers, or -1.
   *
   * @param time microseconds
   */
  add(row: number, direction: Direction, header: number, packetId: number, time: number): number {
    const type = header >> 4;
    const answeredKey = this.key(OTHER[direction], type, packetId);
    const request = this.outstanding.get(answeredKey);
    if (request !== undefined) this.outstanding.delete(answeredKey);
    for (const answer of answersTo(header)) {
      const key = this.key(direction, answer, packetId);
      this.outstanding.delete(key);
      this.outstanding.set(key, { row, header, time, told: false });
    }
    return request?.row ?? -1;
  }

  /**
   * Takes the next packet too; answers the row of the PUBREC that a PUBREL goes on from, or -1: what
   * makes one delivery of the two pairs of QoS 2 (MQTT 3.1.1 §4.3.3).
   */
  goesOnFrom(row: number, direction: Direction, header: number, packetId: number): number {
    const type = header >> 4;
    if (type === PUBREC) this.received.set(this.key(OTHER[direction], PUBREL, packetId), row);
    if (type !== PUBREL) return -1;
    const key = this.key(direction, PUBREL, packetId);
    const pubrec = this.received.get(key) ?? -1;
    this.received.delete(key);
    return pubrec;
  }

  /** Rows of requests that became overdue by `now`, oldest first; each is told once. */
  takeOverdue(now: number): number[] {
    const rows: number[] = [];
    for (const request of this.outstanding.values()) {
      const { row, header, time, told } = request;
      if (told || now - time < overdueAfter(header, this.keepAlive)) continue;
      request.told = true;
      rows.push(row);
    }
    return rows;
  }

  private key(from: Direction, type: number, packetId: number): number {
    return (from === 'sent' ? 0x100000 : 0) + type * 0x10000 + packetId;
  }
}
