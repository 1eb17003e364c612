import type { TFunction } from 'i18next';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { dupOf, packetTypeOf } from '../../shared/mqtt/packet-types.ts';
import { isRefusal } from './packet-summary.ts';

/** Who a device talks to: the platform's cloud, or a broker that is no platform. */
export type Side = 'cloud' | 'broker';

/** The key of what a packet does, below `packetWords` in the catalogues. */
function keyOf(row: PacketRow) {
  const type = packetTypeOf(row.header);
  if (row.broken) return 'broken';
  if (isRefusal(row)) {
    return type === 'CONNACK' || type === 'SUBACK' ? (`refused${type}` as const) : 'refused';
  }
  return type === 'PUBLISH' || type === 'DISCONNECT' ? (`${type}${row.direction}` as const) : type;
}

/** What a packet does, in plain words. */
export function packetWords(row: PacketRow, side: Side, t: TFunction): string {
  const words = t(`packetWords.${keyOf(row)}`, { side: t(`packetWords.sides.${side}`) });
  const isAgain = packetTypeOf(row.header) === 'PUBLISH' && !row.broken && dupOf(row.header);
  return isAgain ? t('packetWords.again', { words }) : words;
}
