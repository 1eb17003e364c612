import { decodePacket } from '../../../../shared/mqtt/decode-packet.ts';
import {
  brokenJson,
  type PacketJsonParts,
  packetJson,
} from '../../../../shared/mqtt/packet-json.ts';
import { packetTypeOf } from '../../../../shared/mqtt/packet-types.ts';
import { reasonCodeName } from '../../../../shared/mqtt/reason-codes.ts';
import type { RecordedPacket } from './packets-of.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A packet as one line of JSON, line feed included. What a packet does not have is left out. */
export function jsonLine({ row, bytes, level, bookmark }: RecordedPacket): string {
  const mark = bookmark === null ? {} : { bookmark };
  if (row.broken) return line({ ...brokenJson(row, bytes.toString('base64')), ...mark });
  const { fields, payload } = decodePacket(bytes, {
    level,
    resolveAlias: () => row.topic ?? undefined,
  });
  const json = packetJson(row, {
    fields,
    codeName: row.code === null ? null : reasonCodeName(packetTypeOf(row.header), row.code, level),
    payload: payload && payloadOf(bytes.subarray(payload.start, payload.end)),
  });
  return line({ ...json, ...mark });
}

function line(value: Record<string, unknown>): string {
  return `${JSON.stringify(value)}\n`;
}

/** Text where it is UTF-8, otherwise Base64: nothing is lost. */
function payloadOf(bytes: Buffer): PacketJsonParts['payload'] {
  try {
    return { payload: utf8.decode(bytes) };
  } catch {
    return { payloadBase64: bytes.toString('base64') };
  }
}
