import { packetTypeOf } from '../../../mqtt/packet-types.ts';
import { topicObstacle } from '../../topic-obstacle.ts';
import { permissionFor, type TopicOwner } from '../../topics.ts';
import type { FindingRule } from '../rules.ts';
import { fine, type SessionRule } from './session-rule.ts';

/** Topics whose rule is remembered; more are judged anew. */
const REMEMBERED_MAX = 4096;

const GATEWAY_LOGIN = /^\/ext\/session\/[^/]+\/[^/]+\/combine\/(batch_)?login$/;
/** The triple in a topic of the platform, or in a custom one. */
const TRIPLE = /^\/(?:sys\/|ext\/[a-z]+\/|ota\/device\/[a-z]+\/|shadow\/[a-z]+\/)?([^/]+)\/([^/]+)/;
const SYSTEM = /^\/(sys|ext|ota|shadow|broadcast)\//;

/** Whether another device of the platform would be allowed to publish on a topic. */
function isOfAnotherDevice(topic: string): boolean {
  const [, productKey, deviceName] = TRIPLE.exec(topic) ?? [];
  if (productKey === undefined || deviceName === undefined) return false;
  return permissionFor(topic, { productKey, deviceName })?.includes('pub') ?? false;
}

/**
 * The rule for a topic that a device publishes on. A custom topic may have been defined in any way,
 * so nothing is said of one.
 */
function ruleOf(topic: string, owner: TopicOwner): FindingRule | null {
  switch (topicObstacle(topic, owner, 'publish')) {
    case 'foreign':
      return isOfAnotherDevice(topic) ? 'topic-other-device-platform' : 'topic-unknown-platform';
    case 'subscribe-only':
      return SYSTEM.test(topic) ? 'topic-subscribe-only-platform' : null;
    default:
      return null;
  }
}

/** Messages on topics that the platform does not take of this device. */
export function publishTopics(owner: TopicOwner): SessionRule {
  const rules = new Map<string, FindingRule | null>();
  let isGateway = false;
  return ({ header, direction, topic }) => {
    if (direction === 'received' || topic === null || packetTypeOf(header) !== 'PUBLISH') {
      return fine;
    }
    // A gateway speaks for its sub-devices on their topics.
    isGateway ||= GATEWAY_LOGIN.test(topic);
    const known = rules.get(topic);
    const rule = known === undefined ? ruleOf(topic, owner) : known;
    if (rules.size < REMEMBERED_MAX) rules.set(topic, rule);
    if (rule === null || (isGateway && rule === 'topic-other-device-platform')) return fine;
    return [{ rule, values: { topic } }];
  };
}
