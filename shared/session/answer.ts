import type { PacketRow } from '../contract/packets.ts';

/** The other end of an exchange or a dialogue, as a row tells of it. */
export interface Answer {
  readonly row: number;
  /** Microseconds between the two. */
  readonly after: number;
}

/**
 * What a row shows as its answer, or as what it answers: the other half of its exchange (a PUBACK),
 * and where it has none, the other message of its dialogue (an Alink reply). The protocol's comes
 * first: what Alink says above it is in the packet's details. null while there is none, and where the
 * row says instead that its answer is overdue.
 */
export function answerOf(row: PacketRow): Answer | null {
  const { unanswered, peer, roundTrip, related, relatedAfter } = row;
  if (unanswered) return null;
  if (peer !== null && roundTrip !== null) return { row: peer, after: roundTrip };
  return related !== null && relatedAfter !== null ? { row: related, after: relatedAfter } : null;
}
