import type { PacketRow } from '../../shared/contract/packets.ts';

/** What of a packet is copied besides its row; the texts are below `packet.copy` in the catalogues. */
export type PacketCopy = 'topic' | 'payload' | 'json' | 'hex' | 'command';

/** What of a packet is copied. */
export type RowCopy = 'row' | PacketCopy;

/** Ways to copy packets, made by who composes the timeline with the packet's details. */
export interface PacketCopies {
  readonly all: readonly PacketCopy[];
  /** Those that there are for a packet. */
  of(row: PacketRow): readonly PacketCopy[];
  /** Copies packets, each of which can be copied so, together; answers whether they were copied. */
  copy(rows: readonly PacketRow[], what: PacketCopy): Promise<boolean>;
}
