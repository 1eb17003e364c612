import type { TopicUse } from './messages/topic-suggestions.ts';
import { type CustomTopic, permissionFor, type TopicOwner } from './topics.ts';

/**
 * What keeps a device from using a topic: it goes the other way only, the platform has none of this
 * name (`undefined`: the user may have defined it for the product), or it is not below a topic of
 * this device (`foreign`).
 */
export type TopicObstacle = 'subscribe-only' | 'publish-only' | 'undefined' | 'foreign';

/**
 * Why a topic or filter would not do for this use; null if the platform gives it to the device.
 *
 * @param customTopics those that are known to be defined
 */
export function topicObstacle(
  topic: string,
  owner: TopicOwner,
  use: TopicUse,
  customTopics: readonly CustomTopic[] = [],
): TopicObstacle | null {
  const permission = permissionFor(topic, owner, customTopics);
  if (permission === null) {
    // Topics that users define begin with the device's own triple.
    return topic.startsWith(`/${owner.productKey}/${owner.deviceName}/`) ? 'undefined' : 'foreign';
  }
  if (permission.includes(use === 'publish' ? 'pub' : 'sub')) return null;
  return use === 'publish' ? 'subscribe-only' : 'publish-only';
}
