import type { Finding } from '../../../contract/packets.ts';
import type { PacketFacts } from '../explain-packet.ts';
import type { FindingRule } from '../rules.ts';

/** A packet as the rules about a whole session see it: the fields of its row. */
export interface WatchedPacket extends PacketFacts {
  /** Microseconds; never less than that of the packet before. */
  readonly time: number;
  readonly packetId: number | null;
  /** Which connection of the session it belongs to; a reconnect is a new one. */
  readonly connection: number;
}

/** A rule that a packet broke, with the values that its texts name. */
export interface Broken {
  readonly rule: FindingRule;
  readonly values: Finding['values'];
}

/**
 * A rule that needs more than one packet: it is shown every packet of the session in order and says
 * which of them break it. It remembers as little as it can.
 */
export type SessionRule = (packet: WatchedPacket) => readonly Broken[];

export const fine: readonly Broken[] = [];
