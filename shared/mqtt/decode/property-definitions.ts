import type { PacketType } from '../packet-types.ts';
import { maximumQosMeanings, secondsMeaning } from './meanings.ts';

/** What may carry properties; `WILL` stands for the Will Properties within a CONNECT. */
export type PropertyOwner = PacketType | 'WILL';

/** How a property's value is encoded; `secret` is binary data that is never shown. */
type PropertyType =
  | 'byte'
  | 'uint16'
  | 'uint32'
  | 'variable'
  | 'text'
  | 'topic'
  | 'binary'
  | 'secret'
  | 'pair';

/** An MQTT 5 property as MQTT 5.0 §2.2.2.2, table 2-4, defines it. */
export interface PropertyDefinition {
  readonly name: string;
  readonly type: PropertyType;
  readonly owners: readonly PropertyOwner[];
  /** What the numbers it may have mean; any other number is a violation of `clause`. */
  readonly values?: readonly [string, string];
  /** Whether the number 0 is a violation of `clause`. */
  readonly notZero?: boolean;
  readonly clause?: string;
  readonly meaning?: (value: number) => string;
}

const message = ['PUBLISH', 'WILL'] as const;
const handshake = ['CONNECT', 'CONNACK'] as const;
const acknowledgements = ['PUBACK', 'PUBREC', 'PUBREL', 'PUBCOMP'] as const;
const answers = [
  'CONNACK',
  ...acknowledgements,
  'SUBACK',
  'UNSUBACK',
  'DISCONNECT',
  'AUTH',
] as const;
const availability = ['not available', 'available'] as const;

/** The properties by identifier. */
export const propertyDefinitions: ReadonlyMap<number, PropertyDefinition> = new Map<
  number,
  PropertyDefinition
>([
  [
    0x01,
    {
      name: 'Payload Format Indicator',
      type: 'byte',
      owners: message,
      values: ['unspecified bytes', 'UTF-8 text'],
      clause: 'MQTT 5.0 §3.3.2.3.2',
    },
  ],
  [
    0x02,
    { name: 'Message Expiry Interval', type: 'uint32', owners: message, meaning: secondsMeaning },
  ],
  [0x03, { name: 'Content Type', type: 'text', owners: message }],
  [0x08, { name: 'Response Topic', type: 'topic', owners: message }],
  [0x09, { name: 'Correlation Data', type: 'binary', owners: message }],
  [
    0x0b,
    {
      name: 'Subscription Identifier',
      type: 'variable',
      owners: ['PUBLISH', 'SUBSCRIBE'],
      notZero: true,
      clause: 'MQTT 5.0 §3.8.2.1.2',
    },
  ],
  [
    0x11,
    {
      name: 'Session Expiry Interval',
      type: 'uint32',
      owners: [...handshake, 'DISCONNECT'],
      meaning: (value) => (value === 0xffff_ffff ? 'never expires' : secondsMeaning(value)),
    },
  ],
  [0x12, { name: 'Assigned Client Identifier', type: 'text', owners: ['CONNACK'] }],
  [
    0x13,
    { name: 'Server Keep Alive', type: 'uint16', owners: ['CONNACK'], meaning: secondsMeaning },
  ],
  [0x15, { name: 'Authentication Method', type: 'text', owners: [...handshake, 'AUTH'] }],
  [0x16, { name: 'Authentication Data', type: 'secret', owners: [...handshake, 'AUTH'] }],
  [
    0x17,
    {
      name: 'Request Problem Information',
      type: 'byte',
      owners: ['CONNECT'],
      values: ['only in CONNACK, PUBLISH and DISCONNECT', 'in every packet that allows it'],
      clause: 'MQTT 5.0 §3.1.2.11.7',
    },
  ],
  [
    0x18,
    { name: 'Will Delay Interval', type: 'uint32', owners: ['WILL'], meaning: secondsMeaning },
  ],
  [
    0x19,
    {
      name: 'Request Response Information',
      type: 'byte',
      owners: ['CONNECT'],
      values: ['not requested', 'requested'],
      clause: 'MQTT 5.0 §3.1.2.11.6',
    },
  ],
  [0x1a, { name: 'Response Information', type: 'text', owners: ['CONNACK'] }],
  [0x1c, { name: 'Server Reference', type: 'text', owners: ['CONNACK', 'DISCONNECT'] }],
  [0x1f, { name: 'Reason String', type: 'text', owners: answers }],
  [
    0x21,
    {
      name: 'Receive Maximum',
      type: 'uint16',
      owners: handshake,
      notZero: true,
      clause: 'MQTT 5.0 §3.1.2.11.3',
      meaning: (value) => `at most ${value} messages without their acknowledgement`,
    },
  ],
  [
    0x22,
    {
      name: 'Topic Alias Maximum',
      type: 'uint16',
      owners: handshake,
      meaning: (value) => (value === 0 ? 'no topic aliases' : `topic aliases up to ${value}`),
    },
  ],
  [0x23, { name: 'Topic Alias', type: 'uint16', owners: ['PUBLISH'] }],
  [
    0x24,
    {
      name: 'Maximum QoS',
      type: 'byte',
      owners: ['CONNACK'],
      values: maximumQosMeanings,
      clause: 'MQTT 5.0 §3.2.2.3.4',
    },
  ],
  [
    0x25,
    {
      name: 'Retain Available',
      type: 'byte',
      owners: ['CONNACK'],
      values: availability,
      clause: 'MQTT 5.0 §3.2.2.3.5',
    },
  ],
  [
    0x26,
    {
      name: 'User Property',
      type: 'pair',
      owners: ['CONNECT', ...message, 'SUBSCRIBE', 'UNSUBSCRIBE', ...answers],
    },
  ],
  [
    0x27,
    {
      name: 'Maximum Packet Size',
      type: 'uint32',
      owners: handshake,
      notZero: true,
      clause: 'MQTT 5.0 §3.1.2.11.4',
      meaning: (value) => `${value} bytes`,
    },
  ],
  [
    0x28,
    {
      name: 'Wildcard Subscription Available',
      type: 'byte',
      owners: ['CONNACK'],
      values: availability,
      clause: 'MQTT 5.0 §3.2.2.3.11',
    },
  ],
  [
    0x29,
    {
      name: 'Subscription Identifiers Available',
      type: 'byte',
      owners: ['CONNACK'],
      values: availability,
      clause: 'MQTT 5.0 §3.2.2.3.12',
    },
  ],
  [
    0x2a,
    {
      name: 'Shared Subscription Available',
      type: 'byte',
      owners: ['CONNACK'],
      values: availability,
      clause: 'MQTT 5.0 §3.2.2.3.13',
    },
  ],
]);

/** Whether a property may occur more than once in a packet (§3.3.2.3.7, §3.3.2.3.8). */
export function mayRepeat(id: number, owner: PropertyOwner): boolean {
  return id === 0x26 || (id === 0x0b && owner === 'PUBLISH');
}
