import { type CustomTopic, type TopicOwner, topicRights } from '../../../shared/alibaba/topics.ts';

/**
 * Where a message that a device publishes goes. `platform`: it is on one of the platform's own
 * topics, for the platform alone. `subscribers`: on a custom topic, delivered as MQTT says.
 */
export type PublishRoute = 'platform' | 'subscribers' | 'refused';

/** What one device may do. */
export interface Permissions {
  maySubscribe(filter: string): boolean;
  routeOf(topic: string): PublishRoute;
}

/** The permissions of a device, from its own topics and its product's custom ones. */
export function permissionsOf(
  owner: TopicOwner,
  customTopics: readonly CustomTopic[],
): Permissions {
  const ownRights = topicRights(owner);
  const allRights = topicRights(owner, customTopics);
  return {
    maySubscribe: (filter) => allRights(filter)?.endsWith('sub') ?? false,
    routeOf(topic) {
      if (ownRights(topic)?.startsWith('pub')) return 'platform';
      return allRights(topic)?.startsWith('pub') ? 'subscribers' : 'refused';
    },
  };
}
