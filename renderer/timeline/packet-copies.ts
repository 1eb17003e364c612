import type { PacketRow } from '../../shared/contract/packets.ts';

/** What of a packet is copied besides its row; the texts are below `packet.copy` in the catalogues. */
export type PacketCopy = 'topic' | 'payload' | 'json' | 'hex' | 'command';

/** Ways to copy a packet, made by who composes the timeline with the packet's details. */
export interface PacketCopies {
  of(row: PacketRow): readonly PacketCopy[];
  /** Answers whether it was copied. */
  copy(row: PacketRow, what: PacketCopy): Promise<boolean>;
}
