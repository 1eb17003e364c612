import type { Finding, PacketRow } from '../../shared/contract/packets.ts';
import {
  type PacketFamily,
  packetFamilyOf,
  packetTypeOf,
  qosOf,
} from '../../shared/mqtt/packet-types.ts';
import { reasonCodeName, isRefusal as refuses } from '../../shared/mqtt/reason-codes.ts';
import { mqttText } from '../i18n/mqtt-texts.ts';

/** Whether a packet says no. */
export function isRefusal({ header, code }: PacketRow): boolean {
  return refuses(header, code ?? -1);
}

/** How bad it is what a packet shows by itself: what it says, or that nothing answered it. */
export function severityOfRow(row: PacketRow): Finding['severity'] | null {
  if (row.broken || isRefusal(row)) return 'error';
  return row.unanswered ? 'warning' : null;
}

/** The colour of a row's tag: what says no or is no packet is `broken`. */
export function familyOfRow(row: PacketRow): PacketFamily {
  return row.broken || isRefusal(row) ? 'broken' : packetFamilyOf(packetTypeOf(row.header));
}

/** QoS of a PUBLISH above 0, where it is worth a mark; null for everything else. */
export function markedQos({ header }: PacketRow): number | null {
  const qos = qosOf(header);
  return packetTypeOf(header) === 'PUBLISH' && qos > 0 ? qos : null;
}

/**
 * The name of the code an answer carries, in the language of the page, with the number where it says no: `Failure (128)`. Codes
 * that only MQTT 5 knows are named after it.
 */
export function codeText(row: PacketRow): string | null {
  const { header, code } = row;
  if (code === null) return null;
  const type = packetTypeOf(header);
  const name = reasonCodeName(type, code, 4) ?? reasonCodeName(type, code, 5);
  if (name === null) return `(${code})`;
  return isRefusal(row) ? `${mqttText(name)} (${code})` : mqttText(name);
}
