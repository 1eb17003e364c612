import { explainPacket } from '../../../shared/alibaba/diagnosis/explain-packet.ts';
import type { DeviceTarget } from '../../../shared/contract/devices.ts';
import {
  DETAIL_BYTES_MAX,
  type Finding,
  type PacketDetail,
  type PacketRow,
} from '../../../shared/contract/packets.ts';
import { HostError } from '../../../shared/contract/result.ts';
import { decodePacket } from '../../../shared/mqtt/decode-packet.ts';
import type { Capture } from './capture.ts';
import { contentOf } from './packet-content.ts';

/** One packet decoded field by field, with what is to be said about it. */
export async function packetDetail(capture: Capture, number: number): Promise<PacketDetail> {
  const [row] = capture.rows(number, 1);
  if (row === undefined) throw new HostError('not-found', `no packet ${number + 1}`);
  const bytes = await capture.log.read(number, DETAIL_BYTES_MAX);
  const level = capture.log.level(number);
  const decoded = decodePacket(bytes, {
    level: level === 3 || level === 5 ? level : 4,
    size: row.size,
    resolveAlias: () => row.topic ?? undefined,
  });
  const { target } = capture.about;
  const band = (await capture.stateBands()).list.find((one) => one.row === number);
  return {
    row,
    fields: decoded.fields,
    findings: [
      ...decoded.findings,
      ...(target === null || row.broken ? [] : await explain(capture, row, target)),
    ],
    before: band ? { states: band.states, changes: band.changes } : null,
    bytes: bytes.toString('base64'),
    payload: decoded.payload,
  };
}

/** A row for its explanation: an answer has no topic of its own, what it answers names it. */
export function withTopicAsked(capture: Capture, row: PacketRow): PacketRow {
  if (row.topic !== null || row.peer === null) return row;
  return { ...row, topic: capture.rows(row.peer, 1)[0]?.topic ?? null };
}

async function explain(capture: Capture, row: PacketRow, target: DeviceTarget): Promise<Finding[]> {
  const content = await contentOf(capture, row, target);
  return explainPacket(withTopicAsked(capture, row), { target }, content);
}
