import type { PacketDetail, PacketRow } from '../../shared/contract/packets.ts';
import { mosquittoCommand } from '../../shared/mqtt/mosquitto-command.ts';
import { brokenJson, packetJson } from '../../shared/mqtt/packet-json.ts';
import { packetTypeOf, qosOf, retainOf } from '../../shared/mqtt/packet-types.ts';
import { isReadableText } from '../../shared/mqtt/readable-text.ts';
import { decodeUtf8 } from '../../shared/mqtt/utf8.ts';
import { base64Of } from './bytes/base64.ts';
import { bytesAs } from './bytes/copy-bytes.ts';

/** What of a packet is copied, and how it is written. */
export const packetCopies = ['topic', 'payload', 'json', 'hex', 'command'] as const;
export type PacketCopy = (typeof packetCopies)[number];

/** The ways to copy a packet that there are for it. */
export function copiesOf(row: PacketRow): readonly PacketCopy[] {
  const isPublish = !row.broken && packetTypeOf(row.header) === 'PUBLISH';
  return packetCopies.filter((copy) => {
    if (copy === 'topic') return row.topic !== null;
    return copy === 'json' || copy === 'hex' || isPublish;
  });
}

/**
 * A packet as text.
 *
 * @param bytes all of the packet
 * @param endpoint where the capture was made, for the command
 */
export function copyOfPacket(
  copy: PacketCopy,
  detail: PacketDetail,
  bytes: Uint8Array,
  endpoint: string,
): string {
  const { row, payload } = detail;
  const message = payload && bytes.subarray(payload.start, payload.end);
  switch (copy) {
    case 'topic':
      return row.topic ?? '';
    case 'payload':
      return message ? textOf(message) : '';
    case 'json':
      return JSON.stringify(jsonOf(detail, bytes, message), null, 2);
    case 'hex':
      return bytesAs('hex', bytes);
    case 'command':
      return mosquittoCommand(
        {
          topic: row.topic ?? '',
          payload: message ?? new Uint8Array(),
          qos: qosOf(row.header),
          retain: retainOf(row.header),
        },
        endpoint,
      );
  }
}

/** Text where it is that, hexadecimal digits otherwise. */
function textOf(message: Uint8Array): string {
  return readableText(message) ?? bytesAs('hex', message);
}

function jsonOf({ row, fields }: PacketDetail, bytes: Uint8Array, message: Uint8Array | null) {
  if (row.broken) return brokenJson(row, base64Of(bytes));
  const text = message && readableText(message);
  // A SUBACK has a code per filter; the row's is the worst of them.
  const code = fields.find(
    ({ name, value }) => /^(Return|Reason) Code$/.test(name) && value === String(row.code),
  );
  return packetJson(row, {
    fields,
    codeName: code?.meaning ?? null,
    payload: message && (text === null ? { payloadBase64: base64Of(message) } : { payload: text }),
  });
}

/** The text of a message, as exports have it; null where it is none to read. */
function readableText(message: Uint8Array): string | null {
  return isReadableText(message) ? decodeUtf8(message, 0, message.length) : null;
}
