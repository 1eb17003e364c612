import type { PacketField } from '../../contract/packets.ts';
import type { ProtocolLevel } from '../packet-types.ts';
import { fieldAt } from './field-tree.ts';

/** A packet with the member names of mqtt-packet's parser; bytes are arrays of numbers. */
export type Parsed = Readonly<Record<string, unknown>>;

/** The bytes of a length-prefixed field without the length. */
const contentOf = (bytes: Uint8Array, field: PacketField) => [
  ...bytes.subarray(field.start + 2, field.end),
];

/** Our field names in mqtt-packet's spelling. */
const propertyKey = (name: string) =>
  name === 'User Property'
    ? 'userProperties'
    : (name[0] ?? '').toLowerCase() + name.slice(1).replaceAll(' ', '');

function readProperty(bytes: Uint8Array, field: PacketField): unknown {
  const value = fieldAt(field.children, 'Value');
  switch (value.end - value.start) {
    case 1:
      if (!/^(Maximum QoS|Subscription Identifier)$/.test(field.name)) return value.value === '1';
      return Number(value.value);
    default:
      if (/Data$/.test(field.name)) return contentOf(bytes, value);
      if (value.children.length > 0) return value.value;
      return Number(value.value);
  }
}

/** Our properties in mqtt-packet's form, undefined where there are none. */
function propertiesOf(bytes: Uint8Array, group: PacketField | undefined): unknown {
  const read: Record<string, unknown> = {};
  const users: Record<string, unknown> = Object.create(null);
  for (const field of group?.children.slice(1) ?? []) {
    if (field.name === 'User Property') {
      const name = fieldAt(field.children, 'Name').value;
      const { value } = fieldAt(field.children, 'Value');
      const before = users[name];
      users[name] = before === undefined ? value : [before, value].flat();
      read.userProperties = users;
    } else {
      read[propertyKey(field.name)] = readProperty(bytes, field);
    }
  }
  return Object.keys(read).length > 0 ? read : undefined;
}

const bit = (field: PacketField, name: string) => Number(fieldAt(field.children, name).value);

/** What the decoder found, in the form of mqtt-packet's parser. */
export function asParsed(
  bytes: Uint8Array,
  fields: readonly PacketField[],
  level: ProtocolLevel,
): Parsed {
  const field = (name: string) => fields.find((candidate) => candidate.name === name);
  const textOf = (name: string) => field(name)?.value;
  const numberOf = (name: string) => {
    const found = field(name);
    return found && Number(found.value);
  };
  const contentAt = (name: string) => {
    const found = field(name);
    return found && contentOf(bytes, found);
  };
  const header = fieldAt(fields, 'Fixed header', 'Control Packet Type and flags');
  const type = header.meaning;
  const common = {
    cmd: type.toLowerCase(),
    length: Number(fieldAt(fields, 'Fixed header', 'Remaining Length').value),
    messageId: numberOf('Packet Identifier'),
    properties: propertiesOf(bytes, field('Properties')),
  };
  switch (type) {
    case 'CONNECT': {
      const flags = fieldAt(fields, 'Connect Flags');
      const properties = propertiesOf(bytes, field('Will Properties'));
      const will = {
        topic: textOf('Will Topic'),
        payload: contentAt(level === 5 ? 'Will Payload' : 'Will Message'),
        qos: bit(flags, 'Will QoS'),
        retain: bit(flags, 'Will Retain') === 1,
        properties,
      };
      return {
        ...common,
        protocolId: textOf('Protocol Name'),
        protocolVersion: numberOf(level === 5 ? 'Protocol Version' : 'Protocol Level'),
        clean: bit(flags, level === 5 ? 'Clean Start' : 'Clean Session') === 1,
        keepalive: numberOf('Keep Alive'),
        clientId: textOf('Client Identifier'),
        username: textOf('User Name'),
        password: contentAt('Password'),
        will: bit(flags, 'Will Flag') === 1 ? will : undefined,
      };
    }
    case 'CONNACK': {
      const flags = fieldAt(fields, 'Connect Acknowledge Flags');
      return {
        ...common,
        sessionPresent: level !== 3 && bit(flags, 'Session Present') === 1,
        returnCode: numberOf('Return Code'),
        reasonCode: numberOf('Reason Code'),
      };
    }
    case 'PUBLISH': {
      const payload = field('Payload');
      return {
        ...common,
        topic: textOf('Topic Name'),
        payload: payload ? [...bytes.subarray(payload.start, payload.end)] : [],
        dup: bit(header, 'DUP') === 1,
        retain: bit(header, 'RETAIN') === 1,
        qos: bit(header, 'QoS'),
      };
    }
    case 'SUBSCRIBE': {
      const subscriptions = fields
        .filter(({ name }) => name === 'Subscription')
        .map(({ children }) => {
          const filter = fieldAt(children, 'Topic Filter');
          const options = fieldAt(children, level === 5 ? 'Subscription Options' : 'Requested QoS');
          return {
            topic: filter.value,
            qos: bit(options, 'QoS'),
            ...(level === 5 && {
              nl: bit(options, 'No Local') === 1,
              rap: bit(options, 'Retain As Published') === 1,
              rh: bit(options, 'Retain Handling'),
            }),
          };
        });
      return { ...common, subscriptions };
    }
    case 'UNSUBSCRIBE': {
      const filters = fields.filter(({ name }) => name === 'Topic Filter');
      return {
        ...common,
        unsubscriptions: filters.map((filter) => filter.value),
      };
    }
    case 'SUBACK':
    case 'UNSUBACK': {
      const codes = fields.filter(({ name }) => /^(Reason|Return) Code$/.test(name));
      const granted = codes.map(({ value }) => Number(value));
      return { ...common, granted: granted.length > 0 ? granted : undefined };
    }
    default:
      return { ...common, reasonCode: numberOf('Reason Code') };
  }
}

/** Bytes as arrays of numbers, whatever kind of buffer holds them. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

/** The members that are on the wire of a packet that mqtt-packet parsed, as `asParsed` has them. */
export function onTheWire(parsed: object, level: ProtocolLevel): Parsed {
  const { cmd, payload, topic, qos, retain, dup, reasonCode, properties, ...rest } = plain(
    parsed,
  ) as Parsed;
  const empty = Object.keys((properties as object | undefined) ?? {}).length === 0;
  return {
    cmd,
    ...rest,
    ...(cmd === 'publish' && { payload, topic, qos, retain, dup }),
    ...(level === 5 && { reasonCode }),
    ...(!empty && { properties }),
  };
}
