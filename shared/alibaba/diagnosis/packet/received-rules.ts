import { alinkMessage } from '../../alink-message.ts';
import type { Broken } from '../rules.ts';
import { NOTIFY_TOPIC } from './packet-content.ts';

/** Topics whose reply is the last level with `_reply` behind it: all of Alink's (D-120329). */
const REPLY = '_reply';
const PROPERTY_POST_REPLY = '/thing/event/property/post_reply';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Words of the platform about the end of a connection: that of a kick is documented by a log. */
function notifyRule(payload: string): Broken[] {
  const message: unknown = alinkMessage(payload);
  const { title, content } = isObject(message) ? message : {};
  if (title === 'kick') return [{ rule: 'kicked-platform', values: {} }];
  return [
    { rule: 'notified-platform', values: { text: textOf(content) || payload.slice(0, 200) } },
  ];
}

/**
 * Properties that a post with code 200 did not set: the reply's data say of each why, as a log of a
 * real session has it (`{"LightSwitch":"tsl parse: params not exist"}`).
 */
function filteredRule(topic: string, data: unknown): Broken[] {
  if (!topic.endsWith(PROPERTY_POST_REPLY) || !isObject(data)) return [];
  const told = Object.entries(data).filter(([, reason]) => typeof reason === 'string');
  const [first] = told;
  if (first === undefined) return [];
  const names = told.map(([name]) => name).join(', ');
  const request = topic.slice(0, -REPLY.length);
  const values = { topic: request, names, reason: textOf(first[1]) };
  return [{ rule: 'properties-filtered-platform', values }];
}

/** What a message from the platform says about what the device did. */
export function receivedRules(topic: string, payload: string): Broken[] {
  if (topic === NOTIFY_TOPIC) return notifyRule(payload);
  const reply = topic.endsWith(REPLY) ? alinkMessage(payload) : null;
  // The documents have the code as a number and, in replies to batches, as text.
  const code = Number(reply?.code);
  if (reply === null || !Number.isInteger(code)) return [];
  if (code === 200) return 'data' in reply ? filteredRule(topic, reply.data) : [];
  const values = { topic, alink: code, message: textOf(reply.message) };
  return [{ rule: 'alink-code-platform', values }];
}
