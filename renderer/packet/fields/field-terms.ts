import type { PacketField, PacketRow } from '../../../shared/contract/packets.ts';
import { packetTypeOf } from '../../../shared/mqtt/packet-types.ts';
import { termsOf } from '../../stores/view/filter-terms.ts';

/** The key of the term that asks for a field, by the field's name. */
const keys: Readonly<Record<string, string>> = {
  'Fixed header': 'type',
  'Control Packet Type and flags': 'type',
  'Control Packet Type': 'type',
  'Packet Identifier': 'id',
  'Topic Name': 'topic',
  'Topic Filter': 'topic',
  'Return Code': 'code',
  'Reason Code': 'code',
};

const states: Readonly<Record<string, string>> = { RETAIN: 'is:retained', DUP: 'is:dup' };

/** A term that packets like this one meet in a field, and the one for all others. */
export interface FieldTerms {
  readonly same: string;
  readonly others: string;
}

/** What to filter for and out at a field of a packet; null where the filter has no term for it. */
export function fieldTerms(row: PacketRow, { name, value }: PacketField): FieldTerms | null {
  const state = states[name];
  if (state !== undefined)
    return value === '1'
      ? { same: state, others: `-${state}` }
      : { same: `-${state}`, others: state };
  const term = termOf(row, name, value);
  return term === undefined ? null : { same: term, others: `-${term}` };
}

function termOf(row: PacketRow, name: string, value: string): string | undefined {
  // Of a subscription it is what is asked for at most, which the filter does not know.
  if (name === 'QoS') return packetTypeOf(row.header) === 'PUBLISH' ? `qos:${value}` : undefined;
  const key = keys[name];
  const term = termsOf(row).find((own) => own.startsWith(`${key}:`));
  // An answer to several filters has a code for each, and is filtered by one of them.
  return key === 'code' && term !== `code:${value}` ? undefined : term;
}
