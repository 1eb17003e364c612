import type { AutoReply } from '../../contract/auto-replies.ts';
import { dialogueRole } from '../../session/dialogue.ts';
import { alinkMessage, wantsReply } from '../alink-message.ts';
import type { TopicOwner } from '../topics.ts';
import { rawAt, readJsonText } from './json-text.ts';
import type { RequestReader } from './template.ts';

/** Something the cloud wants of a device, and where the answer goes. */
export interface CloudRequest {
  readonly about:
    | { readonly kind: 'property-set' }
    | { readonly kind: 'service'; readonly service: string }
    | { readonly kind: 'other' };
  /** It waits for its answer on a topic of its own; a service called synchronously does. */
  readonly isRrpc: boolean;
  readonly replyTopic: string;
}

const SERVICE = /^thing[./]service[./]([^./]+)$/;
const PROPERTY_SET = /^thing[./]service[./]property[./]set$/;

/** What a path below the device's topics, or the method of an RRPC, is about. */
function aboutOf(name: string): CloudRequest['about'] {
  if (PROPERTY_SET.test(name)) return { kind: 'property-set' };
  const service = SERVICE.exec(name)?.[1];
  return service === undefined ? { kind: 'other' } : { kind: 'service', service };
}

/**
 * Reads a received message as a request of the cloud; null for anything else, replies above all, and
 * for a request that wants no answer.
 */
export function cloudRequest(
  topic: string,
  payload: string,
  { productKey, deviceName }: TopicOwner,
): CloudRequest | null {
  const role = dialogueRole(topic);
  if (role.kind !== 'asks' && role.kind !== 'custom-rrpc') return null;
  const message = alinkMessage(payload);
  if (!wantsReply(message)) return null;
  const own = `/sys/${productKey}/${deviceName}/`;
  const replyTopic = role.key;
  if (role.kind === 'custom-rrpc' || topic.startsWith(`${own}rrpc/`))
    return { about: aboutOf(String(message?.method ?? '')), isRrpc: true, replyTopic };
  if (!topic.startsWith(own)) return null;
  const about = aboutOf(topic.slice(own.length));
  return about.kind === 'other' ? null : { about, isRrpc: false, replyTopic };
}

/** The reply for a request among those that are on: the most exact one. */
export function replyFor<R extends AutoReply>(
  { about, isRrpc }: CloudRequest,
  replies: readonly R[],
): R | null {
  const on = replies.filter(({ enabled }) => enabled);
  const of = (trigger: AutoReply['trigger'], service = '') =>
    on.find((reply) => reply.trigger === trigger && reply.service === service);
  const exact =
    about.kind === 'service'
      ? (of('service', about.service) ?? of('service'))
      : about.kind === 'property-set'
        ? of('property-set')
        : undefined;
  return exact ?? (isRrpc ? of('rrpc') : undefined) ?? null;
}

/**
 * Reads a request for `{{request.…}}` of its answer: `topic`, `payload` (the whole text, as part of
 * a JSON string), or the path of a value in its payload, such as `params.temperature`. A text comes
 * without its quotes, anything else as it is written there (`23.0`), what is missing as `null`.
 */
export function requestReader(topic: string, payload: string): RequestReader {
  const root = readJsonText(payload, false);
  return (path) => {
    if (path === 'topic') return topic;
    if (path === 'payload') return JSON.stringify(payload).slice(1, -1);
    const raw = (root && rawAt(payload, root, path.split('.'))) ?? 'null';
    return raw.startsWith('"') ? raw.slice(1, -1) : raw;
  };
}
