import type { PacketRow } from '../../../shared/contract/packets.ts';
import { parseFilter } from '../../../shared/filter/parse-filter.ts';
import { printFilter, printTopic } from '../../../shared/filter/print-filter.ts';
import { packetTypeOf } from '../../../shared/mqtt/packet-types.ts';

/** The topic of a PUBLISH, or the filter of a SUBSCRIBE or UNSUBSCRIBE with one alone; else null. */
export function topicOf({ header, topic, broken }: PacketRow): string | null {
  const type = packetTypeOf(header);
  if (broken || !topic) return null;
  if (type === 'PUBLISH') return topic;
  const subscribes = type === 'SUBSCRIBE' || type === 'UNSUBSCRIBE';
  return subscribes && !topic.includes(', ') ? topic : null;
}

/** The filters that tell a packet from others, each of one term that can be read. */
export function termsOf(row: PacketRow): string[] {
  const topic = topicOf(row);
  const terms = [
    `type:${row.broken ? 'broken' : packetTypeOf(row.header).toLowerCase()}`,
    `dir:${row.direction}`,
    ...(topic === null ? [] : [`topic:${printTopic(topic)}`]),
    ...(row.packetId === null ? [] : [`id:${row.packetId}`]),
    ...(row.code === null ? [] : [`code:${row.code}`]),
  ];
  return terms.filter((term) => parseFilter(term).ok);
}

/** A filter that asks for one more term; a term that it asks for already is not added again. */
export function withTerm(filter: string, term: string): string {
  const parsed = parseFilter(filter);
  if (!parsed.ok || parsed.filter.kind === 'all') return term;
  const node = parsed.filter;
  const asked = node.kind === 'and' ? node.nodes : [node];
  if (asked.some((each) => printFilter(each) === term)) return filter;
  return node.kind === 'or' ? `(${filter}) ${term}` : `${filter} ${term}`;
}
