import { dupOf, packetTypeOf } from '../../../mqtt/packet-types.ts';
import { type AlinkMessage, alinkMessage } from '../../alink-message.ts';
import type { ThingModel } from '../../thing-model.ts';
import { checkProperties } from '../../thing-value.ts';
import { ALINK_TOPIC } from '../packet/packet-content.ts';
import { fine, type SessionRule } from './session-rule.ts';

/** Ids of the last requests that are held against new ones. */
const IDS_MAX = 1000;

/** A request of the device in Alink; null for anything else. */
function sentRequest(
  { header, direction, topic }: Parameters<SessionRule>[0],
  payload: string | null,
): AlinkMessage | null {
  const isRequest =
    packetTypeOf(header) === 'PUBLISH' &&
    direction === 'sent' &&
    ALINK_TOPIC.test(topic ?? '') &&
    topic?.endsWith('_reply') === false;
  return isRequest && payload !== null ? alinkMessage(payload) : null;
}

/**
 * An id that a request had before: they are unique in a device (D-120329). A packet that is sent again
 * is no new request.
 */
export function alinkIds(): SessionRule {
  const seen = new Set<string>();
  return (packet, { payload }) => {
    const id = sentRequest(packet, payload)?.id;
    if ((typeof id !== 'string' && typeof id !== 'number') || dupOf(packet.header)) return fine;
    const text = String(id);
    const reused = seen.delete(text);
    seen.add(text);
    const [oldest] = seen;
    if (seen.size > IDS_MAX && oldest !== undefined) seen.delete(oldest);
    return reused
      ? [{ rule: 'alink-id-reused-platform', values: { topic: packet.topic ?? '', id: text } }]
      : fine;
  };
}

/** Posted properties that the thing model does not have so: the platform filters them and answers 200. */
export function propertiesInModel(thingModel: () => ThingModel | null): SessionRule {
  return (packet, { payload }) => {
    const { topic } = packet;
    if (topic?.endsWith('/thing/event/property/post') !== true) return fine;
    const model = thingModel();
    if (model === null) return fine;
    const request: object | null = sentRequest(packet, payload);
    const params = request !== null && 'params' in request ? request.params : null;
    if (typeof params !== 'object' || params === null || Array.isArray(params)) return fine;
    const { rejected } = checkProperties(model, { ...params }, packet.time / 1000);
    const [first] = Object.values(rejected);
    if (first === undefined) return fine;
    const values = { topic, names: Object.keys(rejected).join(', '), reason: first.message };
    return [{ rule: 'properties-not-in-model-platform', values }];
  };
}
