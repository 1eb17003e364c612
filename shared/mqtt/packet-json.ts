import type { PacketField, PacketRow } from '../contract/packets.ts';
import { isoTime } from '../iso-time.ts';
import { answerOf } from '../session/answer.ts';
import { flatFields } from './flat-fields.ts';
import { dupOf, packetTypeOf, qosOf, retainOf } from './packet-types.ts';

/** What a packet's decoding says, for its JSON. */
export interface PacketJsonParts {
  readonly fields: readonly PacketField[];
  /** The name of the row's code, where it has one. */
  readonly codeName: string | null;
  /** The application message as text, or as Base64 where it is none to read; null where there is none. */
  readonly payload: { readonly payload: string } | { readonly payloadBase64: string } | null;
}

/** A packet as a JSON value, as it is exported and copied. What a packet does not have is left out. */
export function packetJson(row: PacketRow, parts: PacketJsonParts): Record<string, unknown> {
  const type = packetTypeOf(row.header);
  const { header, code } = row;
  const answer = answerOf(row);
  return {
    ...rowJson(row),
    type,
    ...(type === 'PUBLISH'
      ? { qos: qosOf(header), dup: dupOf(header), retain: retainOf(header) }
      : {}),
    packetId: row.packetId ?? undefined,
    topic: row.topic ?? undefined,
    code: code ?? undefined,
    codeName: parts.codeName ?? undefined,
    answerNo: answer ? answer.row + 1 : undefined,
    roundTripMs: answer ? answer.after / 1000 : undefined,
    unanswered: row.unanswered || undefined,
    ...parts.payload,
    fields: flatFields(parts.fields),
  };
}

/** Bytes that are no packet, as a JSON value. */
export function brokenJson(row: PacketRow, bytesBase64: string): Record<string, unknown> {
  return { ...rowJson(row), type: 'BROKEN', bytesBase64 };
}

const rowJson = ({ row, time, direction, size }: PacketRow) => ({
  no: row + 1,
  time: isoTime(time),
  direction,
  size,
});
