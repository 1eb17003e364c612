import type { PlatformTopic } from './platform-topic.ts';
import { platformTopics } from './topic-catalogue.ts';
import { covers } from './topics.ts';

/** What the catalogue says of a topic. */
export interface KnownTopic {
  readonly about: PlatformTopic;
  /** It is the one that answers `about`. */
  readonly isReply: boolean;
}

/** A pattern as a filter over all devices; `#` stays. */
const asFilter = (pattern: string): string => pattern.replace(/\$\{\w+\}/g, '+');

/** Every pattern as a filter, the most exact first, and a topic's own purpose before that of its reply. */
const filters = platformTopics
  .flatMap((about) => [
    { filter: asFilter(about.pattern), known: { about, isReply: false } },
    ...(about.reply === null || about.reply === about.pattern
      ? []
      : [{ filter: asFilter(about.reply), known: { about, isReply: true } }]),
  ])
  .sort(
    (one, other) =>
      wildness(one.filter) - wildness(other.filter) ||
      Number(one.known.isReply) - Number(other.known.isReply),
  );

/** How much a filter leaves open; the end of a level, as in `+_reply`, is something. */
function wildness(filter: string): number {
  const weights = filter
    .split('/')
    .map((level) => (/^[+#]$/.test(level) ? 2 : level[0] === '+' ? 1 : 0));
  return weights.reduce<number>((sum, weight) => sum + weight, 0);
}

/** What the platform uses a topic or a filter for, whosever it is; null for any other topic. */
export function knownTopic(topicOrFilter: string): KnownTopic | null {
  return filters.find(({ filter }) => covers(filter, topicOrFilter))?.known ?? null;
}
