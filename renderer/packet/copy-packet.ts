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

/** A packet, all of whose bytes are at hand. */
export interface WholePacket {
  readonly detail: PacketDetail;
  readonly bytes: Uint8Array;
}

/**
 * Packets as text: one after the other, each from a line of its own; as JSON several are one array.
 *
 * @param endpoint where the capture was made, for commands
 */
export function copyOfPackets(
  copy: PacketCopy,
  packets: readonly WholePacket[],
  endpoint: string,
): string {
  if (copy !== 'json') return packets.map((packet) => copyOf(copy, packet, endpoint)).join('\n');
  const [only, ...others] = packets.map(jsonOf);
  return JSON.stringify(others.length === 0 ? only : [only, ...others], null, 2);
}

function copyOf(copy: Exclude<PacketCopy, 'json'>, packet: WholePacket, endpoint: string): string {
  const { row } = packet.detail;
  const message = messageOf(packet);
  switch (copy) {
    case 'topic':
      return row.topic ?? '';
    case 'payload':
      return message ? textOf(message) : '';
    case 'hex':
      return bytesAs('hex', packet.bytes);
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

function jsonOf(packet: WholePacket) {
  const { detail, bytes } = packet;
  const { row, fields } = detail;
  if (row.broken) return brokenJson(row, base64Of(bytes));
  const message = messageOf(packet);
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

function messageOf({ detail: { payload }, bytes }: WholePacket): Uint8Array | null {
  return payload && bytes.subarray(payload.start, payload.end);
}

/** The text of a message, as exports have it; null where it is none to read. */
function readableText(message: Uint8Array): string | null {
  return isReadableText(message) ? decodeUtf8(message, 0, message.length) : null;
}
