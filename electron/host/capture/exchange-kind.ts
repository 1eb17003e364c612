import type { ExchangeKind } from '../../../shared/contract/series.ts';
import { type PacketType, packetTypeOf, qosOf } from '../../../shared/mqtt/packet-types.ts';

const exchangeOf: Readonly<Partial<Record<PacketType, ExchangeKind>>> = {
  CONNECT: 'connect',
  PUBREL: 'release',
  SUBSCRIBE: 'subscribe',
  UNSUBSCRIBE: 'unsubscribe',
  PINGREQ: 'ping',
};

/** The exchange that a request begins, by its first byte; undefined for a type that asks for nothing. */
export function kindOfRequest(header: number): ExchangeKind | undefined {
  const type = packetTypeOf(header);
  if (type !== 'PUBLISH') return exchangeOf[type];
  return qosOf(header) === 2 ? 'publish2' : 'publish1';
}
