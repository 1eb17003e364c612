import type { Columns } from './columns.ts';

/** A packet as tests write it; what is left out is that of a QoS 0 PUBLISH on topic `t`. */
export interface TestPacket {
  readonly time?: number;
  readonly sent?: boolean;
  readonly header?: number;
  readonly broken?: boolean;
  readonly connection?: number;
  readonly size?: number;
  readonly packetId?: number;
  readonly topic?: string | null;
  readonly code?: number;
  readonly peer?: number;
  readonly linked?: number;
  readonly unanswered?: boolean;
  readonly bookmarked?: boolean;
  readonly problem?: boolean;
}

/** The columns of some packets, for tests; the capture begins with the first. */
export function testColumns(packets: readonly TestPacket[]): Columns {
  const texts = [...new Set(packets.map(({ topic = 't' }) => topic))];
  const at = (row: number): TestPacket => packets[row] ?? {};
  return {
    start: () => at(0).time ?? 0,
    time: (row) => at(row).time ?? 0,
    sent: (row) => at(row).sent ?? true,
    header: (row) => at(row).header ?? 0x30,
    broken: (row) => at(row).broken ?? false,
    connection: (row) => at(row).connection ?? 1,
    size: (row) => at(row).size ?? 10,
    packetId: (row) => at(row).packetId ?? 0,
    topic: (row) => {
      const { topic = 't' } = at(row);
      return topic === null ? -1 : texts.indexOf(topic);
    },
    topicText: (number) => texts[number] ?? '',
    code: (row) => at(row).code ?? -1,
    peer: (row) => at(row).peer ?? -1,
    linked: (row) => at(row).linked ?? -1,
    unanswered: (row) => at(row).unanswered ?? false,
    bookmarked: (row) => at(row).bookmarked ?? false,
    problem: (row) => at(row).problem ?? false,
  };
}
