import type { TopicOwner } from '../../../shared/alibaba/topics.ts';

/** A message from the platform to a device. */
export interface AlinkReply {
  readonly topic: string;
  readonly payload: string;
}

/** Codes of an Alink reply (D-120329). */
const codes = {
  success: { code: 200, message: 'success' },
  badParameter: { code: 460, message: 'request parameter error' },
  notJson: { code: 6207, message: 'request format error' },
  noParameter: { code: 6302, message: 'parameter params is missing' },
} as const;

type Outcome = (typeof codes)[keyof typeof codes];

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** History posts have a list of params, all others an object; an empty one of either is an error. */
function outcomeOf(params: unknown): Outcome {
  if (params === undefined) return codes.noParameter;
  const full = typeof params === 'object' && params !== null && Object.keys(params).length > 0;
  return full ? codes.success : codes.badParameter;
}

/** The reply's `id` is a text, whatever the device sent; empty when it cannot be known. */
function idOf(request: Record<string, unknown> | null): string {
  const id = request?.id;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}

/** `sys.ack` 0 asks for no reply; 1 or nothing asks for one. */
function wantsReply(request: Record<string, unknown> | null): boolean {
  const sys = request?.sys;
  return !(isObject(sys) && Number(sys.ack ?? 1) === 0);
}

/**
 * What the platform answers to a message of a device: properties and events (`thing/event/…/post`)
 * get a reply on `…/post_reply`, everything else none. Params are not held against a thing model:
 * the local platform has none.
 */
export function answerAlink(
  topic: string,
  payload: string,
  { productKey, deviceName }: TopicOwner,
): AlinkReply | null {
  const prefix = `/sys/${productKey}/${deviceName}/`;
  if (!topic.startsWith(prefix)) return null;
  const method = topic.slice(prefix.length);
  if (!/^thing\/event\/.+\/post$/.test(method)) return null;
  const request = parseObject(payload);
  if (!wantsReply(request)) return null;
  const { code, message } = request === null ? codes.notJson : outcomeOf(request.params);
  return {
    topic: `${topic}_reply`,
    payload: JSON.stringify({
      id: idOf(request),
      code,
      data: {},
      message,
      method: method.replaceAll('/', '.'),
      version: '1.0',
    }),
  };
}
