/** The few control packets that the platform reads or writes itself, before MQTT 5. */

/** One filter of a SUBSCRIBE. */
export interface RequestedFilter {
  readonly topic: string;
  readonly qos: number;
}

export interface SubscribeRequest {
  readonly messageId: number;
  readonly filters: readonly RequestedFilter[];
}

/** Packet types as they stand in the high half of the first byte (MQTT 3.1.1 §2.2.1). */
export const packetType = {
  connect: 1,
  connack: 2,
  publish: 3,
  puback: 4,
  pubrec: 5,
  subscribe: 8,
  suback: 9,
  disconnect: 14,
} as const;

export const typeOf = (packet: Uint8Array): number => (packet[0] ?? 0) >> 4;

/** Where the variable header begins: behind the first byte and the remaining length. */
function bodyStart(packet: Buffer): number {
  let at = 1;
  while (at < 4 && (packet[at] ?? 0) >= 0x80) at += 1;
  return at + 1;
}

function withHeader(first: number, body: Buffer): Buffer {
  const length: number[] = [];
  let rest = body.length;
  do {
    length.push((rest % 128) + (rest >= 128 ? 0x80 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Buffer.concat([Buffer.from([first, ...length]), body]);
}

const number16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);

function text16(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([number16(bytes.length), bytes]);
}

/** The packet identifier of a PUBLISH; null at QoS 0, which has none. */
export function publishIdOf(packet: Buffer): number | null {
  if (((packet[0] ?? 0) & 0x06) === 0) return null;
  const topic = bodyStart(packet);
  return packet.readUInt16BE(topic + 2 + packet.readUInt16BE(topic));
}

/** The packet identifier of a PUBACK, PUBREC, SUBACK or UNSUBACK. */
export function messageIdOf(packet: Buffer): number {
  return packet.readUInt16BE(bodyStart(packet));
}

/** A whole SUBSCRIBE (MQTT 3.1.1 §3.8); null for one that is malformed. */
export function readSubscribe(packet: Buffer): SubscribeRequest | null {
  if (packet[0] !== 0x82) return null;
  let at = bodyStart(packet);
  if (packet.length < at + 5) return null;
  const messageId = packet.readUInt16BE(at);
  at += 2;
  const filters: RequestedFilter[] = [];
  while (at < packet.length) {
    const end = at + 2 + (packet.length >= at + 2 ? packet.readUInt16BE(at) : 0);
    const qos = packet[end];
    if (qos === undefined || qos > 2) return null;
    filters.push({ topic: packet.toString('utf8', at + 2, end), qos });
    at = end + 1;
  }
  return messageId === 0 ? null : { messageId, filters };
}

export function writeSubscribe({ messageId, filters }: SubscribeRequest): Buffer {
  const list = filters.flatMap(({ topic, qos }) => [text16(topic), Buffer.from([qos])]);
  return withHeader(0x82, Buffer.concat([number16(messageId), ...list]));
}

export function writeSuback(messageId: number, codes: readonly number[]): Buffer {
  return withHeader(0x90, Buffer.concat([number16(messageId), Buffer.from(codes)]));
}

/** A PUBLISH at QoS 0. */
export function writePublish(topic: string, payload: string | Buffer): Buffer {
  return withHeader(0x30, Buffer.concat([text16(topic), Buffer.from(payload)]));
}

/** A PUBLISH with its DUP flag set, as a redelivery has it [MQTT-3.3.1-1]; QoS 0 stays as it is. */
export function asDuplicate(packet: Buffer): Buffer {
  const first = packet[0] ?? 0;
  if ((first & 0x06) === 0) return packet;
  const copy = Buffer.from(packet);
  copy[0] = first | 0x08;
  return copy;
}
