import { type CustomTopic, type TopicOwner, topicRights } from '../../../shared/alibaba/topics.ts';
import { isTopicWithin, type PlatformLimits } from './limits.ts';

/**
 * Where a message that a device publishes goes. `platform`: it is on one of the platform's own
 * topics, for the platform alone. `subscribers`: on a custom topic, delivered as MQTT says.
 */
export type PublishRoute = 'platform' | 'subscribers' | 'refused';

/** What one device may do. */
export interface Permissions {
  maySubscribe(filter: string): boolean;
  routeOf(topic: string): PublishRoute;
  /** True for a topic or filter that every device has, without the user defining it. */
  isOwn(topic: string): boolean;
}

/** The permissions of a device, from its own topics and its product's custom ones. */
export function permissionsOf(
  owner: TopicOwner,
  customTopics: readonly CustomTopic[],
  limits: Pick<PlatformLimits, 'topicBytes' | 'topicSlashes'>,
): Permissions {
  const ownRights = topicRights(owner);
  const allRights = topicRights(owner, customTopics);
  const isOwn = (topic: string) => ownRights(topic) !== null;
  // A topic beyond the limits cannot be defined, so nobody has a right to it.
  const rightsTo = (topic: string) =>
    isOwn(topic) || isTopicWithin(limits, topic) ? allRights(topic) : null;
  return {
    isOwn,
    maySubscribe: (filter) => rightsTo(filter)?.endsWith('sub') ?? false,
    routeOf(topic) {
      if (ownRights(topic)?.startsWith('pub')) return 'platform';
      return rightsTo(topic)?.startsWith('pub') ? 'subscribers' : 'refused';
    },
  };
}
