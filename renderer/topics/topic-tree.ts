import type { TopicCount } from '../../shared/contract/topics.ts';

/** A level of topics with what was published to it and below it. */
export interface TopicNode {
  /** The topic up to this level. */
  readonly path: string;
  readonly level: string;
  readonly parent: TopicNode | null;
  readonly children: Map<string, TopicNode>;
  /** What was published to the path itself; null if nothing was. */
  own: TopicCount | null;
  sent: number;
  received: number;
  /** On the wire, both ways. */
  bytes: number;
  /** Microseconds since the epoch. */
  firstTime: number;
  lastTime: number;
}

/** The levels of a topic; an empty first one belongs to the second, as in `/sys`. */
export function levelsOf(topic: string): string[] {
  const [first = '', second, ...rest] = topic.split('/');
  return first === '' && second !== undefined
    ? [`/${second}`, ...rest]
    : [first, ...(second === undefined ? [] : [second]), ...rest];
}

/**
 * The topics of a capture as a tree. It changes in place as counts come, so that an answer costs
 * what it holds and not what the tree does.
 */
export class TopicTree {
  readonly root = newNode('', '', null);
  /** Topics in the tree. */
  size = 0;

  /** Takes the newest counts of some topics in the place of what was known of them. */
  put(counts: readonly TopicCount[]): void {
    for (const count of counts) this.putOne(count);
  }

  private putOne(count: TopicCount): void {
    const node = this.nodeOf(count.topic);
    const sent = count.sent - (node.own?.sent ?? 0);
    const received = count.received - (node.own?.received ?? 0);
    const bytes = count.bytes - (node.own?.bytes ?? 0);
    if (node.own === null) this.size += 1;
    node.own = count;
    for (let each: TopicNode | null = node; each !== null; each = each.parent) {
      each.sent += sent;
      each.received += received;
      each.bytes += bytes;
      each.firstTime = Math.min(each.firstTime, count.firstTime);
      each.lastTime = Math.max(each.lastTime, count.lastTime);
    }
  }

  private nodeOf(topic: string): TopicNode {
    let node = this.root;
    for (const level of levelsOf(topic)) {
      let child = node.children.get(level);
      if (child === undefined) {
        const path = node === this.root ? level : `${node.path}/${level}`;
        child = newNode(path, level, node);
        node.children.set(level, child);
      }
      node = child;
    }
    return node;
  }
}

function newNode(path: string, level: string, parent: TopicNode | null): TopicNode {
  return {
    path,
    level,
    parent,
    children: new Map(),
    own: null,
    sent: 0,
    received: 0,
    bytes: 0,
    firstTime: Number.POSITIVE_INFINITY,
    lastTime: 0,
  };
}

/** Messages a second between the first and the last of them; null within one second. */
export function rateOf({ sent, received, firstTime, lastTime }: TopicNode): number | null {
  const seconds = (lastTime - firstTime) / 1_000_000;
  return seconds >= 1 ? (sent + received - 1) / seconds : null;
}
