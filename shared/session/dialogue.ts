/**
 * Pairs messages that answer each other above MQTT: an Alink request and its `_reply` by topic and
 * `id` (D-120329), an RRPC request and its response by topic, a question for the time and its answer
 * by the time in both, an update of the shadow and the next reply on its topic. The PUBACKs between
 * them are exchanges of their own.
 */

/** Requests awaiting an answer at once; the oldest are forgotten first. */
const OUTSTANDING_MAX = 4096;
/**
 * How many are forgotten at a time. The first key of a map lies behind all that were deleted before
 * it: to look for it with every request took a sixth of the time to open a capture.
 */
const FORGOTTEN_AT_ONCE = 512;

const ALINK = /^\/(sys\/[^/]+\/[^/]+\/thing|ext\/session)\//;
const RRPC = /^(\/sys\/[^/]+\/[^/]+\/rrpc\/)(request|response)(\/[^/]+)$/;
const CUSTOM_RRPC = /^\/ext\/rrpc\/[^/]+\//;
const REPLY = '_reply';

const NTP = /^(\/ext\/ntp\/[^/]+\/[^/]+\/)(request|response)$/;
const SHADOW = /^\/shadow\/(update|get)(\/[^/]+\/[^/]+)$/;

/** What a topic makes of a message on it. */
export type DialogueRole =
  | { readonly kind: 'none' }
  /** Asks for, or gives, an answer that is known by `key`; `tag` is what of a payload belongs to it. */
  | { readonly kind: 'asks' | 'answers'; readonly key: string; readonly tag: Tag }
  /** Custom RRPC answers on the topic of the request: the cloud asks, the device answers. */
  | { readonly kind: 'custom-rrpc'; readonly key: string };

/** The part of a payload that a question and its answer share; null where a message is neither. */
type Tag = (payload: string) => string | null;

const noTag: Tag = () => '';

/** What a topic says about a message: whether it asks or answers, and where its answer goes. */
export function dialogueRole(topic: string): DialogueRole {
  if (ALINK.test(topic)) {
    return topic.endsWith(REPLY)
      ? { kind: 'answers', key: topic, tag: idOf }
      : { kind: 'asks', key: topic + REPLY, tag: idOf };
  }
  const rrpc = RRPC.exec(topic);
  if (rrpc !== null) {
    const key = `${rrpc[1]}response${rrpc[3]}`;
    return { kind: rrpc[2] === 'request' ? 'asks' : 'answers', key, tag: noTag };
  }
  const ntp = NTP.exec(topic);
  if (ntp !== null) {
    const key = `${ntp[1]}response`;
    return { kind: ntp[2] === 'request' ? 'asks' : 'answers', key, tag: sendTimeOf };
  }
  const shadow = SHADOW.exec(topic);
  if (shadow !== null) {
    const key = `/shadow/get${shadow[2]}`;
    return shadow[1] === 'update'
      ? { kind: 'asks', key, tag: noTag }
      : { kind: 'answers', key, tag: shadowReply };
  }
  return CUSTOM_RRPC.test(topic) ? { kind: 'custom-rrpc', key: topic } : { kind: 'none' };
}

const ID = /"id"\s*:\s*(?:"((?:[^"\\]|\\.)*)"|(-?\d+))/;

/** The `id` of an Alink message, written as a text or as a number; empty if there is none. */
function idOf(payload: string): string {
  const found = ID.exec(payload);
  return found?.[1] ?? found?.[2] ?? '';
}

const NO_ACK = /"sys"\s*:\s*\{[^{}]*"ack"\s*:\s*"?0\b/;

/** Whether an Alink request asks not to be answered, by `sys.ack` 0 (D-120329), without reading all of it. */
export function declinesReply(payload: string): boolean {
  return NO_ACK.test(payload);
}

const SEND_TIME = /"deviceSendTime"\s*:\s*"?(\d+)/;

function sendTimeOf(payload: string): string {
  return SEND_TIME.exec(payload)?.[1] ?? '';
}

const SHADOW_REPLY = /"method"\s*:\s*"reply"/;

/** What comes unasked on the shadow's topic has the method `control`. */
function shadowReply(payload: string): string | null {
  return SHADOW_REPLY.test(payload) ? '' : null;
}

/** Under which a message of the device asks for an answer; null if nothing answers it. */
export function deviceAsks(topic: string, payload: string): string | null {
  return keyIn(dialogueRole(topic), 'asks', payload);
}

/** Under which a message of the platform answers the device; null if it answers nothing. */
export function platformAnswers(topic: string, payload: string): string | null {
  return keyIn(dialogueRole(topic), 'answers', payload);
}

function keyIn(role: DialogueRole, kind: 'asks' | 'answers', payload: string): string | null {
  if (role.kind !== kind) return null;
  const tag = role.tag(payload);
  return tag === null ? null : `sent ${role.key} ${tag}`;
}

export class DialogueTracker {
  /** Set by whoever wants to know of answers: the key as `deviceAsks` gives it, and both rows. */
  onAnswered: ((key: string, request: number, answer: number) => void) | null = null;
  /** By key, the oldest first. */
  private readonly outstanding = new Map<string, number>();
  /** Roles by topic number: most messages are on few topics. */
  private readonly roles: DialogueRole[] = [];

  /** What a topic of the capture makes of a message on it, by its number and its text. */
  roleOf(number: number, topic: string): DialogueRole {
    const role = this.roles[number] ?? dialogueRole(topic);
    this.roles[number] = role;
    return role;
  }

  /** Takes a PUBLISH in its role, with its payload as text; answers the row of the request it answers, or -1. */
  add(row: number, sent: boolean, role: DialogueRole, payload: string): number {
    if (role.kind === 'none') return -1;
    if (role.kind === 'custom-rrpc') {
      const key = `received ${role.key}`;
      return sent ? this.answered(key, row) : this.asked(key, row);
    }
    const tag = role.tag(payload);
    if (tag === null) return -1;
    const key = `${role.key} ${tag}`;
    return role.kind === 'asks'
      ? this.asked(`${sent ? 'sent' : 'received'} ${key}`, row)
      : this.answered(`${sent ? 'received' : 'sent'} ${key}`, row);
  }

  private asked(key: string, row: number): -1 {
    this.outstanding.delete(key);
    this.outstanding.set(key, row);
    if (this.outstanding.size > OUTSTANDING_MAX) this.forgetOldest();
    return -1;
  }

  private forgetOldest(): void {
    const left = OUTSTANDING_MAX - FORGOTTEN_AT_ONCE;
    for (const oldest of this.outstanding.keys()) {
      if (this.outstanding.size <= left) return;
      this.outstanding.delete(oldest);
    }
  }

  private answered(key: string, row: number): number {
    const request = this.outstanding.get(key) ?? -1;
    this.outstanding.delete(key);
    if (request >= 0) this.onAnswered?.(key, request, row);
    return request;
  }
}
