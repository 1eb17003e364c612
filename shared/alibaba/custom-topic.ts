import { filterProblem } from '../mqtt/topic-filter.ts';
import { utf8Length } from '../mqtt/utf8.ts';
import { PLATFORM_LIMITS } from './diagnosis/explain-packet.ts';
import { DEVICE } from './platform-topic.ts';
import { type TopicOwner, type TopicPermission, topicFor } from './topics.ts';

/** The most custom topic classes of one product (D-30527). */
export const CUSTOM_TOPICS_MAX = 50;

/** What makes a pattern unfit as a custom topic of a device. */
export type CustomTopicProblem =
  | 'not-a-topic'
  /** Devices only use topics of their own, below `/${productKey}/${deviceName}/` (D-30527). */
  | 'not-own'
  /** Wildcards are for topics with the permission to subscribe only (D-30527). */
  | 'wildcard'
  | 'too-long'
  | 'too-deep';

/** What makes a pattern unfit as a custom topic of a device, null if nothing does (D-30527). */
export function customTopicProblem(
  pattern: string,
  permission: TopicPermission,
  owner: TopicOwner,
): CustomTopicProblem | null {
  const topic = topicFor(pattern, owner);
  const own = topicFor(`/${DEVICE}/`, owner);
  if (filterProblem(topic) !== null) return 'not-a-topic';
  if (!topic.startsWith(own) || topic === own) return 'not-own';
  if (permission !== 'sub' && /[+#]/.test(topic)) return 'wildcard';
  if (utf8Length(topic) > PLATFORM_LIMITS.topicBytes) return 'too-long';
  return topic.split('/').length - 1 > PLATFORM_LIMITS.topicSlashes ? 'too-deep' : null;
}
