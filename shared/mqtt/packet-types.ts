/** The MQTT versions the inspector reads, by protocol level byte: 3 is 3.1, 4 is 3.1.1, 5 is 5.0. */
export type ProtocolLevel = 3 | 4 | 5;

/** Names of the control packet types; the index is the type's number (MQTT 5.0 §2.1.2). */
export const packetTypeNames = [
  'RESERVED',
  'CONNECT',
  'CONNACK',
  'PUBLISH',
  'PUBACK',
  'PUBREC',
  'PUBREL',
  'PUBCOMP',
  'SUBSCRIBE',
  'SUBACK',
  'UNSUBSCRIBE',
  'UNSUBACK',
  'PINGREQ',
  'PINGRESP',
  'DISCONNECT',
  'AUTH',
] as const;

/** A control packet type by name; `RESERVED` is number 0, which no packet may carry. */
export type PacketType = (typeof packetTypeNames)[number];

/** The number of each control packet type, 0 to 15: the upper four bits of a packet's first byte. */
export const packetTypeNumbers = {
  RESERVED: 0,
  CONNECT: 1,
  CONNACK: 2,
  PUBLISH: 3,
  PUBACK: 4,
  PUBREC: 5,
  PUBREL: 6,
  PUBCOMP: 7,
  SUBSCRIBE: 8,
  SUBACK: 9,
  UNSUBSCRIBE: 10,
  UNSUBACK: 11,
  PINGREQ: 12,
  PINGRESP: 13,
  DISCONNECT: 14,
  AUTH: 15,
} as const satisfies Record<PacketType, number>;

/** The control packet type that a packet's first byte names. */
export function packetTypeOf(header: number): PacketType {
  return packetTypeNames[(header >> 4) & 0x0f] ?? 'RESERVED';
}

/** What a packet is about; each family has one colour on the screen. */
export type PacketFamily =
  | 'connection'
  | 'publish'
  | 'acknowledgement'
  | 'subscription'
  | 'ping'
  | 'broken';

const families: Readonly<Record<PacketType, PacketFamily>> = {
  RESERVED: 'broken',
  CONNECT: 'connection',
  CONNACK: 'connection',
  PUBLISH: 'publish',
  PUBACK: 'acknowledgement',
  PUBREC: 'acknowledgement',
  PUBREL: 'acknowledgement',
  PUBCOMP: 'acknowledgement',
  SUBSCRIBE: 'subscription',
  SUBACK: 'subscription',
  UNSUBSCRIBE: 'subscription',
  UNSUBACK: 'subscription',
  PINGREQ: 'ping',
  PINGRESP: 'ping',
  DISCONNECT: 'connection',
  AUTH: 'connection',
};

/** The family of a control packet type. A refusal is not told by its type: see `isFailure`. */
export function packetFamilyOf(type: PacketType): PacketFamily {
  return families[type];
}

/** DUP of a PUBLISH's first byte: it may be a repeated delivery (MQTT 3.1.1 §3.3.1.1). */
export function dupOf(header: number): boolean {
  return (header & 0x08) !== 0;
}

/** QoS of a PUBLISH's first byte; 3 is malformed [MQTT-3.3.1-4]. */
export function qosOf(header: number): 0 | 1 | 2 | 3 {
  return ((header >> 1) & 0x03) as 0 | 1 | 2 | 3;
}

/** RETAIN of a PUBLISH's first byte (MQTT 3.1.1 §3.3.1.3). */
export function retainOf(header: number): boolean {
  return (header & 0x01) !== 0;
}
