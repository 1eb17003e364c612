import type { PacketType } from '../packet-types.ts';
import { connackCodeName, reasonCodeName } from '../reason-codes.ts';
import type { FieldReader } from './field-reader.ts';
import { readPacketIdentifier } from './packet-identifier.ts';
import { readProperties } from './properties.ts';

const hexCode = (code: number) => `0x${code.toString(16).padStart(2, '0')}`;

/** A return code (before 5.0) or reason code with its name; one that is not defined is reported. */
function readCode(reader: FieldReader, type: PacketType): number | null {
  const { run } = reader;
  const nameOf = (code: number) => reasonCodeName(type, code, run.level);
  const title = run.level === 5 ? 'Reason Code' : 'Return Code';
  const code = reader.uint(title, 1, (value) => nameOf(value) ?? 'not defined');
  if (code !== null && nameOf(code) === null) {
    const rule = type === 'SUBACK' ? 'mqtt-undefined-suback-code' : 'mqtt-undefined-code';
    run.report(rule, { packet: type, code: hexCode(code) });
  }
  return code;
}

/** CONNACK: MQTT 3.1.1 §3.2, MQTT 5.0 §3.2. */
export function decodeConnack(reader: FieldReader): void {
  const { run } = reader;
  // In 3.1 the whole byte is reserved.
  const sessionPresentMask = run.level === 3 ? 0 : 0x01;
  const sessionMeaning = (byte: number) =>
    run.level === 3 ? '' : byte & 1 ? 'earlier subscriptions are still in force' : 'a new session';
  const flags = reader.bits(
    'Connect Acknowledge Flags',
    (byte) =>
      run.level === 3
        ? [{ name: 'Reserved', value: byte }]
        : [
            { name: 'Reserved', value: byte >> 1 },
            { name: 'Session Present', value: byte & 1, meaning: sessionMeaning(byte) },
          ],
    sessionMeaning,
  );
  if (flags !== null && flags & ~sessionPresentMask) {
    run.report('mqtt-connack-flags', { flags: hexCode(flags) });
  }
  const code = readConnackCode(reader);
  if (code !== null && code !== 0 && (flags ?? 0) & sessionPresentMask) {
    run.report('mqtt-session-present-refused', { code: hexCode(code) });
  }
}

function readConnackCode(reader: FieldReader): number | null {
  const { run } = reader;
  // A server that does not know 5.0 refuses in the form and with the codes of 3.1.1.
  const olderName = run.level === 5 && reader.left === 1 ? connackCodeName : null;
  if (olderName) {
    const code = reader.uint('Return Code', 1, (value) => olderName(value, 4) ?? 'not defined');
    run.report('mqtt-connack-of-older-version', { code: code === null ? '' : hexCode(code) });
    return code;
  }
  const code = readCode(reader, 'CONNACK');
  if (run.level === 5) readProperties(reader, 'CONNACK');
  return code;
}

/** PUBACK, PUBREC, PUBREL, PUBCOMP: MQTT 3.1.1 §3.4 to §3.7, MQTT 5.0 §3.4 to §3.7. */
export function decodeAcknowledgement(reader: FieldReader, type: PacketType): void {
  readPacketIdentifier(reader);
  if (reader.run.level === 5) readReason(reader, type);
}

/** DISCONNECT and AUTH: MQTT 3.1.1 §3.14, MQTT 5.0 §3.14 and §3.15. */
export function decodeReasonOnly(reader: FieldReader, type: PacketType): void {
  if (reader.run.level === 5) readReason(reader, type);
}

/** A reason code and properties, which may both be left out where all went well (§3.4.2.1). */
function readReason(reader: FieldReader, type: PacketType): void {
  if (reader.left === 0) return;
  readCode(reader, type);
  readProperties(reader, type, true);
}

/** SUBACK and UNSUBACK: MQTT 3.1.1 §3.9 and §3.11, MQTT 5.0 §3.9 and §3.11. */
export function decodeSubscriptionAnswer(reader: FieldReader, type: 'SUBACK' | 'UNSUBACK'): void {
  const { run } = reader;
  readPacketIdentifier(reader);
  if (run.level === 5) readProperties(reader, type);
  // Before 5.0 an UNSUBACK says nothing but that it is one.
  if (type === 'UNSUBACK' && run.level !== 5) return;
  if (reader.left === 0 && !run.truncated) run.report('mqtt-answer-empty', { packet: type });
  reader.each('Codes', () => readCode(reader, type));
}
