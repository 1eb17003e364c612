import { dupOf, type PacketType, packetTypeOf, qosOf } from '../../../mqtt/packet-types.ts';
import { fine, type SessionRule } from './session-rule.ts';

/** The answer that frees the identifier of a request (MQTT 3.1.1 §2.3.1). */
function freedBy(type: PacketType, header: number): PacketType | null {
  if (type === 'SUBSCRIBE') return 'SUBACK';
  if (type === 'UNSUBSCRIBE') return 'UNSUBACK';
  if (type !== 'PUBLISH' || qosOf(header) === 0) return null;
  return qosOf(header) === 1 ? 'PUBACK' : 'PUBCOMP';
}

/** A packet identifier that is used again while its request is under way [MQTT-2.3.1-2]. */
export function packetIdentifiers(): SessionRule {
  const inUse = new Map<string, PacketType>();
  let connection = -1;
  return (packet) => {
    const { header, direction, packetId } = packet;
    if (packet.connection !== connection) inUse.clear();
    connection = packet.connection;
    if (packetId === null) return fine;
    const type = packetTypeOf(header);
    const answered = `${direction === 'sent' ? 'received' : 'sent'} ${packetId}`;
    if (inUse.get(answered) === type) inUse.delete(answered);
    const answer = freedBy(type, header);
    if (answer === null) return fine;
    const own = `${direction} ${packetId}`;
    const reused = inUse.has(own) && !dupOf(header);
    inUse.set(own, answer);
    return reused ? [{ rule: 'packet-id-reused', values: { id: packetId } }] : fine;
  };
}
