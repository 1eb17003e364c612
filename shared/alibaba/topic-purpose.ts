import { matchesFilter } from '../mqtt/topic-filter.ts';
import type { PlatformTopic } from './platform-topic.ts';
import { platformTopics } from './topic-catalogue.ts';

/** What a topic is for on the platform. */
export interface TopicPurpose {
  readonly purpose: PlatformTopic['purpose'];
  /** It answers the topic that has this purpose, and who answers with it. */
  readonly answers: 'device' | 'platform' | null;
}

const asFilter = (pattern: string) => pattern.replace(/\$\{\w+\}(?=\/|$)/g, '+');

/** `+_reply` is no topic filter: such patterns have their placeholder in the last level. */
const matches = (pattern: string, topic: string) =>
  matchesFilter(asFilter(pattern.replace(/\}_reply$/, '}')), topic) &&
  (!pattern.endsWith('}_reply') || topic.endsWith('_reply'));

/** What a topic of any device is for; null for one that is not the platform's. */
export function topicPurpose(topic: string): TopicPurpose | null {
  for (const { reply, direction, purpose } of platformTopics) {
    if (reply === null || !reply.endsWith('_reply') || !matches(reply, topic)) continue;
    return { purpose, answers: direction === 'up' ? 'platform' : 'device' };
  }
  for (const { pattern, purpose } of platformTopics) {
    if (matches(pattern, topic)) return { purpose, answers: null };
  }
  for (const { reply, direction, purpose } of platformTopics) {
    if (reply === null || !matches(reply, topic)) continue;
    return { purpose, answers: direction === 'up' ? 'platform' : 'device' };
  }
  return null;
}
