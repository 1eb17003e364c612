import type { PacketFacts } from '../explain-packet.ts';
import type { PacketContent } from '../packet/packet-content.ts';
import type { Broken } from '../rules.ts';

/** A packet as the rules about a whole session see it: the fields of its row. */
export interface WatchedPacket extends PacketFacts {
  readonly row: number;
  /** Microseconds; never less than that of the packet before. */
  readonly time: number;
  readonly packetId: number | null;
  /** Which connection of the session it belongs to; a reconnect is a new one. */
  readonly connection: number;
  /** The row of the other half of its exchange; null where it has not come. */
  readonly peer: number | null;
  /** The row of the other message of an Alink or RRPC dialogue; null where it has not come. */
  readonly related: number | null;
}

/**
 * A rule that needs more than one packet: it is shown every packet of the session in order, with the
 * content that `wantsContent` asks for, and says which of them break it. It remembers as little as
 * it can.
 */
export type SessionRule = (packet: WatchedPacket, content: PacketContent) => readonly Broken[];

export const fine: readonly Broken[] = [];
