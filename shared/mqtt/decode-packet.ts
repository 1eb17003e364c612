import type { Finding, PacketField } from '../contract/packets.ts';
import {
  decodeAcknowledgement,
  decodeConnack,
  decodeReasonOnly,
  decodeSubscriptionAnswer,
} from './decode/answers.ts';
import { decodeConnect, levelOf } from './decode/connect.ts';
import { DecodeRun } from './decode/decode-run.ts';
import { FieldReader, type Span } from './decode/field-reader.ts';
import { readFixedHeader } from './decode/fixed-header.ts';
import { decodePublish, type ResolveAlias } from './decode/publish.ts';
import { countedBytes } from './decode/render-bytes.ts';
import { decodeSubscribe, decodeUnsubscribe } from './decode/subscribe.ts';
import { readVariableInteger } from './decode/variable-integer.ts';
import { type PacketType, type ProtocolLevel, packetTypeOf } from './packet-types.ts';

/** What the bytes of a packet do not tell themselves. */
export interface DecodeContext {
  /** The version of the connection, as its CONNECT named it. A CONNECT decides its own. */
  readonly level: ProtocolLevel;
  /** The topic that an MQTT 5 topic alias stands for in this packet's direction. */
  readonly resolveAlias?: ResolveAlias;
  /** Bytes of the whole packet, where only the first of them are at hand. */
  readonly size?: number;
}

/** A packet, field by field. */
export interface DecodedPacket {
  readonly fields: PacketField[];
  readonly findings: Finding[];
  /** Where the application message of a PUBLISH lies, `end` exclusive; null where there is none. */
  readonly payload: { readonly start: number; readonly end: number } | null;
}

/**
 * Decodes one control packet of MQTT 3.1, 3.1.1 or 5.0, fixed header included. Any bytes will do:
 * what breaks the specification becomes a finding, what is missing ends the fields, and nothing
 * throws. Ranges are relative to `bytes`; siblings do not overlap, except that the bits of one byte
 * share its range. A password and authentication data are masked.
 */
export function decodePacket(bytes: Uint8Array, context: DecodeContext): DecodedPacket {
  const header = bytes[0] ?? 0;
  const type = packetTypeOf(header);
  const length = readVariableInteger(bytes, 1, bytes.length);
  const packetEnd = length.problem === null ? length.end + length.value : bytes.length;
  const bodyEnd = Math.min(packetEnd, bytes.length);
  const ownLevel =
    type === 'CONNECT' && length.problem === null ? connectLevel(bytes, length.end) : null;
  const run = new DecodeRun({
    bytes,
    level: ownLevel ?? context.level,
    truncated: length.problem === 'incomplete' || packetEnd > bytes.length,
    masked: type === 'CONNECT',
  });
  const size = Math.max(context.size ?? 0, bytes.length);
  if (length.problem === 'incomplete' || packetEnd > size) {
    run.report('mqtt-truncated', { present: size, missing: Math.max(packetEnd - size, 1) });
  }
  const head = new FieldReader(run, 0, bytes.length);
  readFixedHeader(head);
  const body = new FieldReader(run, head.position, bodyEnd);
  const payload = head.incomplete
    ? null
    : decodeBody(body, type, header, context.resolveAlias ?? (() => undefined));
  if (head.incomplete) body.rest('Undecoded bytes', '');
  else body.unexpected(type);
  const tail = new FieldReader(run, bodyEnd, bytes.length);
  if (tail.left > 0) run.report('mqtt-bytes-after-packet', { bytes: tail.left });
  tail.rest('Undecoded bytes', 'behind the end of the packet');
  const fields = [...head.fields, ...body.fields, ...tail.fields];
  const { findings } = run;
  if (payload === null || size === bytes.length) return { fields, findings, payload };
  // A message that goes on behind the bytes at hand is shown with the range that it has.
  const end = Math.min(packetEnd, size);
  const value = countedBytes(end - payload.start);
  const whole = (field: PacketField): PacketField =>
    field.name === 'Payload' ? { ...field, end, value } : field;
  return { fields: fields.map(whole), findings, payload: { start: payload.start, end } };
}

/** The version in a CONNECT whose variable header begins at `at`, behind the protocol name. */
function connectLevel(bytes: Uint8Array, at: number): ProtocolLevel | null {
  const nameLength = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  return levelOf(bytes[at + 2 + nameLength] ?? 0);
}

function decodeBody(
  reader: FieldReader,
  type: PacketType,
  header: number,
  resolveAlias: ResolveAlias,
): Span | null {
  switch (type) {
    case 'CONNECT':
      decodeConnect(reader);
      return null;
    case 'CONNACK':
      decodeConnack(reader);
      return null;
    case 'PUBLISH':
      return decodePublish(reader, header, resolveAlias);
    case 'PUBACK':
    case 'PUBREC':
    case 'PUBREL':
    case 'PUBCOMP':
      decodeAcknowledgement(reader, type);
      return null;
    case 'SUBSCRIBE':
      decodeSubscribe(reader);
      return null;
    case 'UNSUBSCRIBE':
      decodeUnsubscribe(reader);
      return null;
    case 'SUBACK':
    case 'UNSUBACK':
      decodeSubscriptionAnswer(reader, type);
      return null;
    case 'DISCONNECT':
      decodeReasonOnly(reader, type);
      return null;
    case 'AUTH':
      if (reader.run.level === 5) decodeReasonOnly(reader, type);
      else reader.rest('Undecoded bytes', 'reserved control packet type');
      return null;
    case 'PINGREQ':
    case 'PINGRESP':
      return null;
    case 'RESERVED':
      reader.rest('Undecoded bytes', 'reserved control packet type');
      return null;
  }
}
