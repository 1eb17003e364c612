import { emptyFacts, readFacts } from '../../../shared/mqtt/packet-facts.ts';
import { registrationTopics } from '../devices/registration.ts';
import { maskJsonSecrets } from './mask-json-secrets.ts';

const PUBLISH = 3;

/**
 * Overwrites the secret or token in what the platform pushes to a device that registers, in place and
 * with as many bytes; a packet that was cut off is masked as far as it came. Any other packet stays.
 *
 * @param level protocol level of the connection: 3, 4 or 5
 */
export function maskRegistration(packet: Buffer, level: number, mask: number): void {
  if ((packet[0] ?? 0) >> 4 !== PUBLISH) return;
  const facts = emptyFacts();
  readFacts(packet, 0, packet.length, level, facts);
  const topic = packet.toString('utf8', facts.topicStart, facts.topicEnd);
  if (registrationTopics.includes(topic))
    maskJsonSecrets(packet.subarray(facts.payloadStart), mask);
}
