import type { PacketRow } from '../../../shared/contract/packets.ts';

/** A row for tests: a PUBLISH of QoS 0, unless `change` says otherwise. */
export function aRow(row: number, change: Partial<PacketRow> = {}): PacketRow {
  return {
    row,
    time: 1_700_000_000_000_000 + row * 1_000,
    direction: 'sent',
    connection: 1,
    header: 0x30,
    packetId: null,
    topic: `/room/${row}`,
    size: 20,
    code: null,
    peer: null,
    roundTrip: null,
    related: null,
    relatedAfter: null,
    unanswered: false,
    broken: false,
    ...change,
  };
}

/** `count` rows from `first`. */
export function rowsFrom(first: number, count: number): PacketRow[] {
  return Array.from({ length: Math.max(0, count) }, (_, at) => aRow(first + at));
}
