import type { FieldReader } from './field-reader.ts';

/** A packet identifier, 1 to 65,535 (MQTT 3.1.1 §2.3.1, MQTT 5.0 §2.2.1). */
export function readPacketIdentifier(reader: FieldReader): void {
  if (reader.uint('Packet Identifier', 2) === 0) reader.run.report('mqtt-packet-id-zero');
}
