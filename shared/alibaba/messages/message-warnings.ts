import type { DeviceTarget } from '../../contract/devices.ts';
import type { Finding } from '../../contract/packets.ts';
import type { Qos } from '../../contract/sessions.ts';
import { packetTypeNumbers } from '../../mqtt/packet-types.ts';
import { explainPacket } from '../diagnosis/explain-packet.ts';

/** What of a message a diagnosis looks at before it is sent; sizes in bytes. */
export interface MessageFacts {
  readonly topic: string;
  readonly topicBytes: number;
  readonly payloadBytes: number;
  readonly qos: Qos;
  readonly retain: boolean;
}

/** Bytes of the variable header and the payload, and of the fixed header in front (MQTT 3.1.1 §2.2.3). */
function packetSize({ topicBytes, payloadBytes, qos }: MessageFacts): number {
  const rest = 2 + topicBytes + (qos === 0 ? 0 : 2) + payloadBytes;
  const lengthBytes = rest < 128 ? 1 : rest < 16_384 ? 2 : rest < 2_097_152 ? 3 : 4;
  return 1 + lengthBytes + rest;
}

/** What the diagnosis of its PUBLISH will find, said before it is sent. */
export function warnOfMessage(message: MessageFacts, target: DeviceTarget): Finding[] {
  const { topic, qos, retain } = message;
  const header = (packetTypeNumbers.PUBLISH << 4) | (qos << 1) | (retain ? 1 : 0);
  const facts = {
    header,
    code: null,
    direction: 'sent',
    topic,
    size: packetSize(message),
  } as const;
  return explainPacket(facts, { target });
}

/** What the diagnosis of its SUBSCRIBE will find, said before it is sent. */
export function warnOfFilter(filter: string, target: DeviceTarget): Finding[] {
  const header = packetTypeNumbers.SUBSCRIBE << 4;
  const facts = { header, code: null, direction: 'sent', topic: filter, size: 0 } as const;
  return explainPacket(facts, { target });
}
