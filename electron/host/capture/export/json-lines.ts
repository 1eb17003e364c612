import { decodePacket } from '../../../../shared/mqtt/decode-packet.ts';
import {
  brokenJson,
  type PacketJsonParts,
  packetJson,
} from '../../../../shared/mqtt/packet-json.ts';
import { packetTypeOf } from '../../../../shared/mqtt/packet-types.ts';
import { isReadableText } from '../../../../shared/mqtt/readable-text.ts';
import { reasonCodeName } from '../../../../shared/mqtt/reason-codes.ts';
import type { Capture } from '../capture.ts';
import { PacketReader, type RecordedPacket } from './packet-reader.ts';

/** Decoded packets as they were chosen, one a line. */
export class JsonLineWriter {
  readonly head = '';
  readonly connects = 0;
  private readonly reader: PacketReader;

  constructor(capture: Capture) {
    this.reader = new PacketReader(capture);
  }

  async packet(row: number): Promise<string> {
    return jsonLine(await this.reader.read(row));
  }
}

/** A packet as one line of JSON, line feed included. What a packet does not have is left out. */
function jsonLine({ row, bytes, level, bookmark }: RecordedPacket): string {
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

/** Text where it is that, otherwise Base64: nothing is lost. */
function payloadOf(bytes: Buffer): PacketJsonParts['payload'] {
  return isReadableText(bytes)
    ? { payload: bytes.toString() }
    : { payloadBase64: bytes.toString('base64') };
}
