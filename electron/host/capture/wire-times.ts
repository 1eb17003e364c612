import { packetTypeNumbers } from '../../../shared/mqtt/packet-types.ts';
import type { PacketIndex } from './packet-index.ts';

const { CONNECT, PUBLISH } = packetTypeNumbers;

/** Milliseconds between two rows. */
export function wireMilliseconds(index: PacketIndex, from: number, to: number): number {
  return (index.time(to) - index.time(from)) / 1000;
}

/**
 * Milliseconds from CONNECT to CONNACK of the connection that begins at a row; null where one of
 * them was not recorded.
 */
export function connackAfter(index: PacketIndex, first: number): number | null {
  if (first >= index.length || index.header(first) >> 4 !== CONNECT) return null;
  const connack = index.peer(first);
  return connack < 0 ? null : wireMilliseconds(index, first, connack);
}

/**
 * Milliseconds from the PUBLISH that was sent last with an identifier to the packet that ends it:
 * PUBACK for QoS 1, PUBCOMP for QoS 2 (MQTT 3.1.1 §4.3). Null where they were not recorded.
 *
 * @param since when it was handed over, microseconds since the epoch: nothing before is looked at
 */
export function acknowledgedAfter(
  index: PacketIndex,
  packetId: number,
  since: number,
): number | null {
  for (let row = index.length - 1; row >= 0 && index.time(row) >= since; row -= 1) {
    const header = index.header(row);
    if (header >> 4 !== PUBLISH || !index.sent(row) || index.packetId(row) !== packetId) continue;
    let end = index.peer(row);
    if (((header >> 1) & 3) === 2) {
      const pubrel = end < 0 ? -1 : index.linked(end);
      end = pubrel < 0 ? -1 : index.peer(pubrel);
    }
    return end < 0 ? null : wireMilliseconds(index, row, end);
  }
  return null;
}
