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

/** True if `pattern` matches every topic that `filter` (or the topic itself) can match. */
export function covers(pattern: string, filter: string): boolean {
  const wanted = filter.split('/');
  const given = pattern.split('/');
  for (const [index, level] of given.entries()) {
    if (level === '#') return true;
    const asked = wanted[index];
    if (asked === undefined || asked === '#' || !coversLevel(level, asked)) return false;
  }
  return given.length === wanted.length;
}

/**
 * What a device may do with a topic, or with all topics of a filter; null if nothing. A device has
 * the platform's topics under its own triple and the custom ones of its product. Wildcards in a
 * filter are granted where a placeholder stands (`rrpc/request/+`) and below custom wildcards; `#`
 * over system topics is not: it would take in topics that a device may only publish to.
 */
export function permissionFor(
  topicOrFilter: string,
  owner: TopicOwner,
  customTopics: readonly CustomTopic[] = [],
): TopicPermission | null {
  const within = (pattern: string): boolean => covers(topicFor(pattern, owner), topicOrFilter);
  let pub = false;
  let sub = false;
  for (const { pattern, direction, reply } of platformTopics) {
    const requested = within(pattern);
    const answered = reply !== null && within(reply);
    if (direction === 'up' ? requested : answered) pub = true;
    if (direction === 'up' ? answered : requested) sub = true;
  }
  for (const custom of customTopics) {
    if (!within(custom.pattern)) continue;
    // Wildcards are for custom topics with the permission to subscribe only (D-30527).
    if (custom.permission !== 'sub' && !hasWildcard(custom.pattern)) pub = true;
    if (custom.permission !== 'pub') sub = true;
  }
  if (hasWildcard(topicOrFilter)) pub = false;
  if (pub && sub) return 'pubsub';
  return pub ? 'pub' : sub ? 'sub' : null;
}
