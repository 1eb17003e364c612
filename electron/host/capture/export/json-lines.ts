import { decodePacket } from '../../../../shared/mqtt/decode-packet.ts';
import { dupOf, packetTypeOf, qosOf, retainOf } from '../../../../shared/mqtt/packet-types.ts';
import { reasonCodeName } from '../../../../shared/mqtt/reason-codes.ts';
import { flatFields } from './flat-fields.ts';
import { isoTime } from './iso-time.ts';
import type { RecordedPacket } from './packets-of.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A packet as one line of JSON, line feed included. What a packet does not have is left out. */
export function jsonLine({ row, bytes, level }: RecordedPacket): string {
  const type = packetTypeOf(row.header);
  const common = {
    no: row.row + 1,
    time: isoTime(row.time),
    direction: row.direction,
    size: row.size,
  };
  if (row.broken) {
    return line({ ...common, type: 'BROKEN', bytesBase64: bytes.toString('base64') });
  }
  const { fields, payload } = decodePacket(bytes, {
    level,
    resolveAlias: () => row.topic ?? undefined,
  });
  const { header, code, peer, roundTrip } = row;
  return line({
    ...common,
    type,
    ...(type === 'PUBLISH'
      ? { qos: qosOf(header), dup: dupOf(header), retain: retainOf(header) }
      : {}),
    packetId: row.packetId ?? undefined,
    topic: row.topic ?? undefined,
    code: code ?? undefined,
    codeName: (code !== null && reasonCodeName(type, code, level)) || undefined,
    answerNo: peer === null ? undefined : peer + 1,
    roundTripMs: roundTrip === null ? undefined : roundTrip / 1000,
    unanswered: row.unanswered || undefined,
    ...(payload === null ? {} : payloadOf(bytes.subarray(payload.start, payload.end))),
    fields: flatFields(fields),
  });
}

function line(value: Record<string, unknown>): string {
  return `${JSON.stringify(value)}\n`;
}

/** Text where it is UTF-8, otherwise Base64: nothing is lost. */
function payloadOf(bytes: Buffer): { payload: string } | { payloadBase64: string } {
  try {
    return { payload: utf8.decode(bytes) };
  } catch {
    return { payloadBase64: bytes.toString('base64') };
  }
}
