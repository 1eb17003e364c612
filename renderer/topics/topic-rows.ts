import { rateOf, type TopicNode, type TopicTree } from './topic-tree.ts';

/** What topics can be sorted by. */
export type TopicSort = 'topic' | 'sent' | 'received' | 'bytes' | 'rate' | 'last';

export interface TopicOrder {
  readonly by: TopicSort;
  readonly descending: boolean;
}

/** One line of the tree as it is drawn. */
export interface TopicLine {
  readonly node: TopicNode;
  /** Levels without messages and without a fork stand in one line with what is below them. */
  readonly label: string;
  /** 1 for the outermost. */
  readonly depth: number;
  /** The line that it stands below; null for the outermost. */
  readonly parent: TopicNode | null;
  /** null for a line with nothing below it. */
  readonly open: boolean | null;
  /** Its place among its siblings, 1 is the first, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

interface Shown {
  readonly closed: ReadonlySet<string>;
  /** Shows the topics that contain it, whatever its case, and opens all; empty shows all. */
  readonly search: string;
  readonly order: TopicOrder;
}

const collator = new Intl.Collator('en', { numeric: true });

const compare = (one: TopicNode, other: TopicNode) => collator.compare(one.level, other.level);

/** Children by name, as they were last asked for: names are dear to compare. */
const named = new WeakMap<TopicNode, readonly TopicNode[]>();

/** Children that came since are put in their places; children never go. */
function byName(node: TopicNode): readonly TopicNode[] {
  const known = named.get(node) ?? [];
  if (known.length === node.children.size) return known;
  const fresh = [...node.children.values()].slice(known.length);
  const sorted = known.length < fresh.length ? [...known, ...fresh].sort(compare) : [...known];
  if (sorted.length < node.children.size) for (const child of fresh) insert(sorted, child);
  named.set(node, sorted);
  return sorted;
}

function insert(sorted: TopicNode[], child: TopicNode): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, child) < 0) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, child);
}

const figures: Readonly<Record<Exclude<TopicSort, 'topic'>, (node: TopicNode) => number>> = {
  sent: ({ sent }) => sent,
  received: ({ received }) => received,
  bytes: ({ bytes }) => bytes,
  rate: (node) => rateOf(node) ?? 0,
  last: ({ lastTime }) => lastTime,
};

function ordered(node: TopicNode, { by, descending }: TopicOrder): readonly TopicNode[] {
  const names = byName(node);
  if (by === 'topic') return descending ? [...names].reverse() : names;
  const sign = descending ? -1 : 1;
  return [...names].sort((one, other) => sign * (figures[by](one) - figures[by](other)));
}

/** The lines to draw, from the top. */
export function topicLines(tree: TopicTree, { closed, search, order }: Shown): TopicLine[] {
  const wanted = search.trim().toLowerCase();
  const lines: TopicLine[] = [];

  const found = (node: TopicNode): boolean =>
    node.path.toLowerCase().includes(wanted) || [...node.children.values()].some(found);

  function add(parent: TopicNode, above: TopicNode | null, depth: number, all: boolean): void {
    const ranked = ordered(parent, order);
    const children = all ? ranked : ranked.filter(found);
    for (const [at, child] of children.entries()) {
      const { node, label } = compact(child);
      const isLeaf = node.children.size === 0;
      const open = isLeaf ? null : wanted !== '' || !closed.has(node.path);
      const [position, siblings] = [at + 1, children.length];
      lines.push({ node, label, depth, parent: above, open, position, siblings });
      if (open) add(node, node, depth + 1, all || node.path.toLowerCase().includes(wanted));
    }
  }

  add(tree.root, null, 1, wanted === '');
  return lines;
}

function compact(top: TopicNode): { node: TopicNode; label: string } {
  let node = top;
  let label = top.level;
  while (node.own === null && node.children.size === 1) {
    const [only] = node.children.values();
    if (only === undefined) break;
    node = only;
    label = `${label}/${only.level}`;
  }
  return { node, label };
}

/** Paths of all lines with something below them: what is closed when everything is. */
export function branchesOf(tree: TopicTree): Set<string> {
  const lines = topicLines(tree, {
    closed: new Set(),
    search: '',
    order: { by: 'topic', descending: false },
  });
  return new Set(lines.flatMap(({ node, open }) => (open === null ? [] : [node.path])));
}
