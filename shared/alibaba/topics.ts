import { platformTopics } from './topic-catalogue.ts';

/** What a device may do with a topic. */
export type TopicPermission = 'pub' | 'sub' | 'pubsub';

/** A topic class that the user defined for a product, such as `/${productKey}/${deviceName}/user/#`. */
export interface CustomTopic {
  /** As in `PlatformTopic`. */
  readonly pattern: string;
  readonly permission: TopicPermission;
}

/** Whose topics are asked about. */
export interface TopicOwner {
  readonly productKey: string;
  readonly deviceName: string;
}

/** The pattern for one device: other placeholders become `+`. */
export function topicFor(pattern: string, owner: TopicOwner): string {
  return pattern.replace(/\$\{(\w+)\}/g, (_, name: string) =>
    name === 'productKey' ? owner.productKey : name === 'deviceName' ? owner.deviceName : '+',
  );
}

const hasWildcard = (text: string): boolean => /[+#]/.test(text);

/** True for a level such as `+_reply` (any name with that ending) as for `+` and for the level itself. */
function coversLevel(pattern: string, level: string): boolean {
  if (pattern === '+' || pattern === level) return true;
  if (!pattern.startsWith('+')) return false;
  const ending = pattern.slice(1);
  return level.length > ending.length && level.endsWith(ending) && !level.includes('+');
}

function coversLevels(pattern: readonly string[], filter: readonly string[]): boolean {
  for (const [index, level] of pattern.entries()) {
    if (level === '#') return true;
    const asked = filter[index];
    if (asked === undefined || asked === '#' || !coversLevel(level, asked)) return false;
  }
  return pattern.length === filter.length;
}

/** True if `pattern` matches every topic that `filter` (or the topic itself) can match. */
export function covers(pattern: string, filter: string): boolean {
  return coversLevels(pattern.split('/'), filter.split('/'));
}

/** What one device may do with a topic, or with all topics of a filter; null if nothing. */
export type TopicRights = (topicOrFilter: string) => TopicPermission | null;

/**
 * The rights of one device, made once for many questions. A device has the platform's topics under
 * its own triple and the custom ones of its product. Wildcards in a filter are granted where a
 * placeholder stands (`rrpc/request/+`) and below custom wildcards; `#` over system topics is not: it
 * would take in topics that a device may only publish to.
 */
export function topicRights(
  owner: TopicOwner,
  customTopics: readonly CustomTopic[] = [],
): TopicRights {
  const pub: string[][] = [];
  const sub: string[][] = [];
  const add = (list: string[][], pattern: string | null) => {
    if (pattern !== null) list.push(topicFor(pattern, owner).split('/'));
  };
  for (const { pattern, direction, reply } of platformTopics) {
    add(direction === 'up' ? pub : sub, pattern);
    add(direction === 'up' ? sub : pub, reply);
  }
  for (const { pattern, permission } of customTopics) {
    if (permission !== 'pub') add(sub, pattern);
    // Wildcards are for custom topics with the permission to subscribe only (D-30527).
    if (permission !== 'sub' && !hasWildcard(pattern)) add(pub, pattern);
  }
  return (topicOrFilter) => {
    const levels = topicOrFilter.split('/');
    const within = (patterns: string[][]) => patterns.some((one) => coversLevels(one, levels));
    const mayPublish = !hasWildcard(topicOrFilter) && within(pub);
    if (within(sub)) return mayPublish ? 'pubsub' : 'sub';
    return mayPublish ? 'pub' : null;
  };
}

/** One question of `topicRights`. */
export function permissionFor(
  topicOrFilter: string,
  owner: TopicOwner,
  customTopics: readonly CustomTopic[] = [],
): TopicPermission | null {
  return topicRights(owner, customTopics)(topicOrFilter);
}
