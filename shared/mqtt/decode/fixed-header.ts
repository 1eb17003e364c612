import {
  dupOf,
  type PacketType,
  packetTypeNumbers,
  packetTypeOf,
  qosOf,
  retainOf,
} from '../packet-types.ts';
import type { DecodeRun } from './decode-run.ts';
import type { BitField, FieldReader } from './field-reader.ts';
import { qosMeaning } from './meanings.ts';
import { countedBytes } from './render-bytes.ts';

/** Types whose flags are 0010; all others but PUBLISH have 0000 (MQTT 3.1.1 §2.2.2). */
const typesWithQos1: ReadonlySet<PacketType> = new Set(['PUBREL', 'SUBSCRIBE', 'UNSUBSCRIBE']);

/** The fixed header: MQTT 3.1.1 §2.2, MQTT 5.0 §2.1. */
export function readFixedHeader(reader: FieldReader): void {
  const header = reader.run.bytes[0] ?? 0;
  const type = packetTypeOf(header);
  reader.group('Fixed header', (inner) => {
    const read = inner.bits(
      'Control Packet Type and flags',
      (byte) => [
        { name: 'Control Packet Type', value: packetTypeNumbers[type], meaning: type },
        ...(type === 'PUBLISH' ? publishFlags(byte) : [reservedFlags(byte)]),
      ],
      () => type,
    );
    if (read !== null) checkHeader(reader.run, type, header);
    inner.variableInteger('Remaining Length', countedBytes);
    return { value: type, meaning: type === 'PUBLISH' ? publishMeaning(header) : '' };
  });
}

const publishFlags = (byte: number): readonly BitField[] => [
  { name: 'DUP', value: dupOf(byte) ? 1 : 0, meaning: dupOf(byte) ? 'may be a redelivery' : '' },
  { name: 'QoS', value: qosOf(byte), meaning: qosMeaning(qosOf(byte)) },
  { name: 'RETAIN', value: retainOf(byte) ? 1 : 0, meaning: retainOf(byte) ? 'retained' : '' },
];

const reservedFlags = (byte: number): BitField => ({
  name: 'Reserved flags',
  value: (byte & 0x0f).toString(2).padStart(4, '0'),
});

function publishMeaning(header: number): string {
  const parts = [`QoS ${qosOf(header)}`];
  if (dupOf(header)) parts.push('DUP');
  if (retainOf(header)) parts.push('RETAIN');
  return parts.join(', ');
}

function checkHeader(run: DecodeRun, type: PacketType, header: number): void {
  if (type === 'RESERVED' || (type === 'AUTH' && run.level !== 5)) {
    run.report('mqtt-reserved-type', { type: header >> 4 });
  } else if (type === 'PUBLISH') {
    if (qosOf(header) === 3) run.report('mqtt-publish-qos');
    if (qosOf(header) === 0 && dupOf(header)) run.report('mqtt-dup-qos0');
  } else {
    const expected = typesWithQos1.has(type) ? 0b0010 : 0;
    // 3.1 has DUP and QoS in these three as well, and does not use the flags of the others.
    const checked = run.level === 3 ? (typesWithQos1.has(type) ? 0b0110 : 0) : 0b1111;
    if ((header & checked) !== expected) {
      const flags = (header & 0x0f).toString(2).padStart(4, '0');
      run.report('mqtt-reserved-flags', {
        packet: type,
        flags,
        expected: expected.toString(2).padStart(4, '0'),
      });
    }
  }
}
