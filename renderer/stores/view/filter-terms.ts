import type { CellValue } from '../../../shared/contract/cell-values.ts';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import type { FilterNode } from '../../../shared/filter/filter-node.ts';
import { parseFilter } from '../../../shared/filter/parse-filter.ts';
import { printFilter, printTopic, printValue } from '../../../shared/filter/print-filter.ts';
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

/** The filter of packets with this value in a field; of objects, arrays and long texts, that it is there. */
export function valueTerm(path: string, { kind, text, cut }: CellValue): string {
  if (cut || kind === 'object' || kind === 'array') return path;
  return `${path}=${kind === 'string' ? printValue(text) : text}`;
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

/** The filter of a packet and everything that belongs to it; `row` is its position in the capture. */
export function exchangeTerm(row: number): string {
  return printFilter({ kind: 'exchange', numbers: [row + 1] });
}

/** The filter of all messages to a topic, or to everything below a level of topics too. */
export function topicTerm(path: string, below: boolean): string {
  return `topic:${printTopic(below ? `${path}/#` : path)}`;
}

/** The terms that all have to be met, and those of them that ask for a topic. */
function topicTermsOf(filter: string): { others: readonly FilterNode[]; topics: FilterNode[] } {
  const parsed = parseFilter(filter);
  if (!parsed.ok || parsed.filter.kind === 'all') return { others: [], topics: [] };
  const nodes = parsed.filter.kind === 'and' ? parsed.filter.nodes : [parsed.filter];
  const asksForTopic = ({ kind }: FilterNode) => kind === 'topic';
  return {
    others: nodes.filter((node) => !asksForTopic(node)),
    topics: nodes.filter(asksForTopic),
  };
}

/** The one term of a filter that asks for a topic; null for none and for several. */
export function topicTermIn(filter: string): string | null {
  const [term, ...more] = topicTermsOf(filter).topics;
  return term === undefined || more.length > 0 ? null : printFilter(term);
}

/** A filter that asks for this topic in the place of any other, or for none if the term is null. */
export function withTopicTerm(filter: string, term: string | null): string {
  const { others } = topicTermsOf(filter);
  const [first] = others;
  const node: FilterNode =
    others.length > 1 ? { kind: 'and', nodes: others } : (first ?? { kind: 'all' });
  const kept = printFilter(node);
  return term === null ? kept : withTerm(kept, term);
}
