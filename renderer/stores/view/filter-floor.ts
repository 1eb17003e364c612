import type { FilterNode } from '../../../shared/filter/filter-node.ts';
import { parseFilter } from '../../../shared/filter/parse-filter.ts';
import { printFilter } from '../../../shared/filter/print-filter.ts';
import { withTerm } from './filter-terms.ts';

function termsIn(filter: string): readonly FilterNode[] {
  const parsed = parseFilter(filter);
  if (!parsed.ok || parsed.filter.kind === 'all') return [];
  return parsed.filter.kind === 'and' ? parsed.filter.nodes : [parsed.filter];
}

/** `no>1204`: what clearing the timeline adds to the filter. */
function floorOf(node: FilterNode): number | null {
  const isFloor = node.kind === 'number' && node.key === 'no' && node.comparison === '>';
  return isFloor ? (node.values[0]?.low ?? null) : null;
}

/** How many packets a filter hides because the timeline was cleared after them; 0 for none. */
export function clearedIn(filter: string): number {
  return Math.max(0, ...termsIn(filter).map((node) => floorOf(node) ?? 0));
}

/** A filter that hides the first `packets` of a capture in the place of any others; 0 hides none. */
export function withCleared(filter: string, packets: number): string {
  const terms = termsIn(filter);
  const others = terms.filter((node) => floorOf(node) === null);
  const [first, second] = others;
  const kept =
    others.length === terms.length
      ? filter
      : printFilter(
          first && !second ? first : first ? { kind: 'and', nodes: others } : { kind: 'all' },
        );
  return packets === 0 ? kept : withTerm(kept, `no>${packets}`);
}
