import {
  noContent,
  type PacketContent,
  wantsContent,
} from '../../../shared/alibaba/diagnosis/packet/packet-content.ts';
import type { DeviceTarget } from '../../../shared/contract/devices.ts';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import { connectFacts } from '../../../shared/mqtt/connect-facts.ts';
import { decodePacket } from '../../../shared/mqtt/decode-packet.ts';
import type { Capture } from './capture.ts';

/** Messages that are longer are no Alink worth judging. */
const CONTENT_BYTES_MAX = 262_144;

/** Whether a diagnosis wants to read inside a packet. */
export function hasContent(row: PacketRow, target: DeviceTarget): boolean {
  return row.size <= CONTENT_BYTES_MAX && wantsContent(row, target);
}

/** What a diagnosis wants to read inside a packet. */
export async function contentOf(
  capture: Capture,
  row: PacketRow,
  target: DeviceTarget,
): Promise<PacketContent> {
  if (!hasContent(row, target)) return noContent;
  const bytes = await capture.log.read(row.row, row.size);
  const level = capture.log.level(row.row);
  const { payload } = decodePacket(bytes, { level: level === 3 || level === 5 ? level : 4 });
  return {
    payload: payload && bytes.toString('utf8', payload.start, payload.end),
    connect: connectFacts(bytes),
  };
}
