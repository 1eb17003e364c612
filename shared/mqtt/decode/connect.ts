import type { ProtocolLevel } from '../packet-types.ts';
import { clientIdentifierParts } from './client-identifier.ts';
import type { BitField, FieldReader } from './field-reader.ts';
import { qosMeaning, secondsMeaning } from './meanings.ts';
import { readProperties } from './properties.ts';
import { readText, readTopic } from './read-text.ts';
import { bytesAsText, maskedBytes } from './render-bytes.ts';

/** mosquitto's bridges set this bit of the protocol level to say what they are. */
const BRIDGE_BIT = 0x80;

const levelNames: Readonly<Record<ProtocolLevel, string>> = {
  3: 'MQTT 3.1',
  4: 'MQTT 3.1.1',
  5: 'MQTT 5.0',
};

/** The version that a CONNECT's protocol level byte names; null for any that is not known. */
export function levelOf(byte: number): ProtocolLevel | null {
  const level = byte & ~BRIDGE_BIT;
  if (level === 5) return byte === 5 ? 5 : null;
  return level === 3 || level === 4 ? level : null;
}

/** CONNECT: MQTT 3.1.1 §3.1, MQTT 5.0 §3.1. */
export function decodeConnect(reader: FieldReader): void {
  readProtocol(reader);
  const flags = readFlags(reader) ?? 0;
  reader.uint('Keep Alive', 2, (seconds) => (seconds === 0 ? 'off' : secondsMeaning(seconds)));
  if (reader.run.level === 5) readProperties(reader, 'CONNECT');
  readClientIdentifier(reader, (flags & 0x02) !== 0);
  if (flags & 0x04) readWill(reader);
  // In 3.1 the remaining length counts for more than the two flags: the fields may be missing.
  const maybeMissing = reader.run.level === 3;
  if (flags & 0x80 && !(maybeMissing && reader.left === 0)) readText(reader, 'User Name');
  if (flags & 0x40 && !(maybeMissing && reader.left === 0)) {
    reader.prefixed('Password', ({ start, end }) => ({ value: maskedBytes(end - start) }));
  }
}

function readProtocol(reader: FieldReader): void {
  const { run } = reader;
  const name = readText(reader, 'Protocol Name');
  const expected = run.level === 3 ? 'MQIsdp' : 'MQTT';
  if (name !== null && name !== expected) run.report('mqtt-protocol-name', { name, expected });
  const title = run.level === 5 ? 'Protocol Version' : 'Protocol Level';
  const byte = reader.uint(title, 1, (value) => {
    const level = levelOf(value);
    if (level === null) return 'unknown';
    return value & BRIDGE_BIT ? `${levelNames[level]}, bridge` : levelNames[level];
  });
  if (byte !== null && levelOf(byte) === null) run.report('mqtt-protocol-level', { level: byte });
}

const flagBits = (byte: number, cleanName: string): readonly BitField[] => [
  { name: 'User Name Flag', value: (byte >> 7) & 1, meaning: byte & 0x80 ? 'follows' : 'none' },
  { name: 'Password Flag', value: (byte >> 6) & 1, meaning: byte & 0x40 ? 'follows' : 'none' },
  {
    name: 'Will Retain',
    value: (byte >> 5) & 1,
    meaning: byte & 0x20 ? 'the Will Message is retained' : '',
  },
  { name: 'Will QoS', value: (byte >> 3) & 3, meaning: qosMeaning((byte >> 3) & 3) },
  {
    name: 'Will Flag',
    value: (byte >> 2) & 1,
    meaning: byte & 0x04 ? 'a Will Message is left with the broker' : 'no Will Message',
  },
  {
    name: cleanName,
    value: (byte >> 1) & 1,
    meaning: byte & 0x02 ? 'a new session' : 'goes on with a session that was kept',
  },
  { name: 'Reserved', value: byte & 1 },
];

function readFlags(reader: FieldReader): number | null {
  const { run } = reader;
  const cleanName = run.level === 5 ? 'Clean Start' : 'Clean Session';
  const byte = reader.bits(
    'Connect Flags',
    (flags) => flagBits(flags, cleanName),
    (flags) =>
      flagBits(flags, cleanName)
        .filter((bit) => bit.value === 1 && bit.name !== 'Will QoS')
        .map((bit) => bit.name.replace(' Flag', ''))
        .join(', '),
  );
  if (byte === null) return null;
  const will = (byte & 0x04) !== 0;
  const willQos = (byte >> 3) & 3;
  // 3.1 leaves the lowest bit unused rather than reserved.
  if (byte & 0x01 && run.level !== 3) run.report('mqtt-connect-reserved-flag');
  if (will && willQos === 3) run.report('mqtt-will-qos');
  if (!will && willQos !== 0) run.report('mqtt-will-qos-without-will', { qos: willQos });
  if (!will && byte & 0x20) run.report('mqtt-will-retain-without-will');
  if (run.level !== 5 && byte & 0x40 && !(byte & 0x80)) {
    run.report('mqtt-password-without-user-name');
  }
  return byte;
}

function readClientIdentifier(reader: FieldReader, clean: boolean): void {
  const { run } = reader;
  const id = readText(reader, 'Client Identifier', {
    children: (content) => clientIdentifierParts(run.bytes, content),
  });
  if (id === null || run.level === 5) return;
  if (id === '' && (run.level === 3 || !clean)) run.report('mqtt-client-id-empty');
  if (run.level === 3 && id.length > 23) {
    run.report('mqtt-client-id-length', { length: id.length });
  }
}

function readWill(reader: FieldReader): void {
  const { run } = reader;
  if (run.level === 5) readProperties(reader, 'WILL');
  const wildcardClause = run.level === 5 ? '[MQTT-4.7.0-1]' : '[MQTT-4.7.1-1]';
  readTopic(reader, 'Will Topic', { wildcardClause });
  reader.prefixed(run.level === 5 ? 'Will Payload' : 'Will Message', ({ start, end }) =>
    bytesAsText(run.bytes, start, end),
  );
}
