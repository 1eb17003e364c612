import type { DeviceTarget } from '../../contract/devices.ts';
import type { Finding } from '../../contract/packets.ts';
import type { Qos } from '../../contract/sessions.ts';
import { packetTypeNumbers } from '../../mqtt/packet-types.ts';
import { explainPacket } from '../diagnosis/explain-packet.ts';
import { permissionFor, type TopicOwner } from '../topics.ts';
import type { TopicUse } from './topic-suggestions.ts';

/**
 * What keeps a device from using a topic: it goes the other way only, the platform has none of this
 * name (`undefined`: the user may have defined it for the product), or it is not below a topic of
 * this device (`foreign`).
 */
export type TopicObstacle = 'subscribe-only' | 'publish-only' | 'undefined' | 'foreign';

/** Why a topic or filter would not do for this use; null if the platform gives it to the device. */
export function topicObstacle(
  topic: string,
  owner: TopicOwner,
  use: TopicUse,
): TopicObstacle | null {
  const permission = permissionFor(topic, owner);
  if (permission === null) {
    // Topics that users define begin with the device's own triple.
    return topic.startsWith(`/${owner.productKey}/${owner.deviceName}/`) ? 'undefined' : 'foreign';
  }
  if (permission.includes(use === 'publish' ? 'pub' : 'sub')) return null;
  return use === 'publish' ? 'subscribe-only' : 'publish-only';
}

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
