import { DEVICE, type PlatformTopic } from '../platform-topic.ts';
import { platformTopics } from '../topic-catalogue.ts';
import { type TopicOwner, topicFor } from '../topics.ts';

/** What a topic is wanted for. */
export type TopicUse = 'publish' | 'subscribe';

/** A topic of the platform, filled in for one device. */
export interface TopicSuggestion {
  /** To publish to, placeholders other than the device's own stand as `${name}`: to be replaced. */
  readonly topic: string;
  readonly purpose: PlatformTopic['purpose'];
  /** It answers the topic that has this purpose. */
  readonly isReply: boolean;
}

/** A pattern with the triple filled in and everything else left to be replaced. */
export function ownTopic(pattern: string, { productKey, deviceName }: TopicOwner): string {
  return pattern
    .replaceAll(`\${productKey}`, productKey)
    .replaceAll(`\${deviceName}`, deviceName)
    .replaceAll('#', `\${topic}`);
}

/** The pattern of one device's topic, for any other device: the reverse of {@link ownTopic}. */
export function topicPattern(topic: string, { productKey, deviceName }: TopicOwner): string {
  return `${topic}/`.replaceAll(`/${productKey}/${deviceName}/`, `/${DEVICE}/`).slice(0, -1);
}

/** The first `${name}` that is still to be replaced in a topic or a payload, null if there is none. */
export function openPlaceholder(text: string): { start: number; end: number; name: string } | null {
  const found = /\$\{(\w+)\}/.exec(text);
  return found?.[1] === undefined
    ? null
    : { start: found.index, end: found.index + found[0].length, name: found[1] };
}

/**
 * The platform's topics that a device may publish to, or the filters it may subscribe to: first the
 * ones it speaks or hears on, then the ones of replies.
 */
export function suggestTopics(owner: TopicOwner, use: TopicUse): TopicSuggestion[] {
  const fill = use === 'publish' ? ownTopic : topicFor;
  const suggestions = new Map<string, TopicSuggestion>();
  const add = (pattern: string | null, { purpose }: PlatformTopic, isReply: boolean) => {
    if (pattern === null) return;
    const topic = fill(pattern, owner);
    if (!suggestions.has(topic)) suggestions.set(topic, { topic, purpose, isReply });
  };
  const spoken = use === 'publish' ? 'up' : 'down';
  for (const known of platformTopics) {
    if (known.direction === spoken) add(known.pattern, known, false);
  }
  for (const known of platformTopics) {
    if (known.direction !== spoken) add(known.reply, known, true);
  }
  return [...suggestions.values()];
}
