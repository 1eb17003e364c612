import { isShared } from '../topic-filter.ts';
import type { BitField, FieldReader } from './field-reader.ts';
import { qosMeaning } from './meanings.ts';
import { readPacketIdentifier } from './packet-identifier.ts';
import { readProperties } from './properties.ts';
import { readFilter } from './read-text.ts';

const retainHandlingMeanings = [
  'send retained messages',
  'send retained messages if the subscription is new',
  'send no retained messages',
];

/** SUBSCRIBE: MQTT 3.1.1 §3.8, MQTT 5.0 §3.8. */
export function decodeSubscribe(reader: FieldReader): void {
  const { run } = reader;
  readPacketIdentifier(reader);
  if (run.level === 5) readProperties(reader, 'SUBSCRIBE');
  if (reader.left === 0 && !run.truncated) run.report('mqtt-subscribe-empty');
  reader.each('Subscriptions', () => {
    reader.group('Subscription', (inner) => {
      const filter = readFilter(inner);
      const options = readOptions(inner, filter ?? '');
      return {
        value: filter ?? '',
        meaning: options === null ? '' : `QoS ${options & 3}: ${qosMeaning(options & 3)}`,
      };
    });
  });
}

/** UNSUBSCRIBE: MQTT 3.1.1 §3.10, MQTT 5.0 §3.10. */
export function decodeUnsubscribe(reader: FieldReader): void {
  const { run } = reader;
  readPacketIdentifier(reader);
  if (run.level === 5) readProperties(reader, 'UNSUBSCRIBE');
  if (reader.left === 0 && !run.truncated) run.report('mqtt-unsubscribe-empty');
  reader.each('Topic Filters', () => readFilter(reader));
}

const qosBits = (byte: number): BitField => ({
  name: 'QoS',
  value: byte & 3,
  meaning: qosMeaning(byte & 3),
});

const optionBits = (byte: number): readonly BitField[] => [
  { name: 'Reserved', value: byte >> 6 },
  {
    name: 'Retain Handling',
    value: (byte >> 4) & 3,
    meaning: retainHandlingMeanings[(byte >> 4) & 3] ?? 'malformed',
  },
  {
    name: 'Retain As Published',
    value: (byte >> 3) & 1,
    meaning: byte & 0x08 ? 'RETAIN as the publisher set it' : 'RETAIN cleared',
  },
  {
    name: 'No Local',
    value: (byte >> 2) & 1,
    meaning: byte & 0x04 ? 'not the messages this client publishes' : '',
  },
  qosBits(byte),
];

function readOptions(reader: FieldReader, filter: string): number | null {
  const { run } = reader;
  const five = run.level === 5;
  const byte = reader.bits(
    five ? 'Subscription Options' : 'Requested QoS',
    (options) =>
      five ? optionBits(options) : [{ name: 'Reserved', value: options >> 2 }, qosBits(options)],
    (options) => `QoS ${options & 3}: ${qosMeaning(options & 3)}`,
  );
  if (byte === null) return null;
  if ((byte & 3) === 3) run.report('mqtt-subscription-qos', { filter });
  if (byte & (five ? 0xc0 : 0xfc)) run.report('mqtt-subscription-reserved', { filter });
  if (five && ((byte >> 4) & 3) === 3) run.report('mqtt-retain-handling', { filter });
  if (five && byte & 0x04 && isShared(filter)) run.report('mqtt-no-local-shared', { filter });
  return byte;
}
