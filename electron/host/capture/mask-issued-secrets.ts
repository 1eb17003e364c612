import { emptyFacts, readFacts } from '../../../shared/mqtt/packet-facts.ts';
import { registrationTopics } from '../devices/registration.ts';
import { maskJsonSecrets } from './mask-json-secrets.ts';

const PUBLISH = 3;
/** The answers in which a gateway gets the secrets of its sub-devices (alibaba-iot §4). */
const SUB_DEVICES =
  /^\/sys\/[^/]+\/[^/]+\/thing\/(sub\/register|proxy\/provisioning\/product_register)_reply$/;

/**
 * Topics on which the platform gives a device secrets. The empty one stands for a topic that an alias
 * names (MQTT 5.0 §3.3.2.3.4): which one is not known here.
 */
function bringsSecrets(topic: string): boolean {
  return topic === '' || registrationTopics.includes(topic) || SUB_DEVICES.test(topic);
}

/**
 * Whether a PUBLISH may bring secrets, as far as its first piece tells: false for any other packet,
 * true while its topic is not whole.
 */
export function mayBringSecrets(piece: Buffer): boolean {
  if ((piece[0] ?? 0) >> 4 !== PUBLISH) return false;
  let at = 1;
  while (at <= 4 && (piece[at] ?? 0) >= 0x80) at += 1;
  const start = at + 3;
  if (piece.length < start) return true;
  const end = start + piece.readUInt16BE(start - 2);
  return piece.length < end || bringsSecrets(piece.toString('latin1', start, end));
}

/**
 * Overwrites the secrets or tokens in what the platform gives to a device that registers, or to a
 * gateway for its sub-devices, in place and with as many bytes; a packet that was cut off is masked
 * as far as it came. Any other packet stays.
 *
 * @param level protocol level of the connection: 3, 4 or 5
 */
export function maskIssuedSecrets(packet: Buffer, level: number, mask: number): void {
  if ((packet[0] ?? 0) >> 4 !== PUBLISH) return;
  const facts = emptyFacts();
  readFacts(packet, 0, packet.length, level, facts);
  const topic = packet.toString('utf8', facts.topicStart, facts.topicEnd);
  if (bringsSecrets(topic)) maskJsonSecrets(packet.subarray(facts.payloadStart), mask);
}
