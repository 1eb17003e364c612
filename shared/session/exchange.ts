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

/** Microseconds after which a request without an answer counts as unanswered. */
export const ANSWER_OVERDUE_US = 10_000_000;

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
  readonly time: number;
}

export class ExchangeTracker {
  /** By key, in the order of the requests, so that the first ones are the oldest. */
  private readonly outstanding = new Map<number, Outstanding>();

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
      this.outstanding.set(key, { row, time });
    }
    return request?.row ?? -1;
  }

  /** Rows of requests that became overdue by `now`, oldest first; each is told once. */
  takeOverdue(now: number): number[] {
    const rows: number[] = [];
    for (const [, { row, time }] of this.outstanding) {
      if (now - time < ANSWER_OVERDUE_US) break;
      if (time > this.overdueUpTo) rows.push(row);
    }
    this.overdueUpTo = Math.max(this.overdueUpTo, now - ANSWER_OVERDUE_US);
    return rows;
  }
  private overdueUpTo = -1;

  private key(from: Direction, answer: number, packetId: number): number {
    return (from === 'sent' ? 0x100000 : 0) + answer * 0x10000 + packetId;
  }
}
