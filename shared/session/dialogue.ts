/**
 * Pairs messages that answer each other above MQTT: an Alink request and its `_reply` by topic and
 * `id` (D-120329), an RRPC request and its response by topic. The PUBACKs between them are exchanges
 * of their own.
 */

/** Requests awaiting an answer at once; the oldest is forgotten first. */
const OUTSTANDING_MAX = 4096;

const ALINK = /^\/(sys\/[^/]+\/[^/]+\/thing|ext\/session)\//;
const RRPC = /^(\/sys\/[^/]+\/[^/]+\/rrpc\/)(request|response)(\/[^/]+)$/;
const CUSTOM_RRPC = /^\/ext\/rrpc\/[^/]+\//;
const REPLY = '_reply';

/** What a topic makes of a message on it. */
type Role =
  | { readonly kind: 'none' }
  /** Asks for, or gives, an answer that is known by `key`; with `id` the message's id is part of it. */
  | { readonly kind: 'asks' | 'answers'; readonly key: string; readonly byId: boolean }
  /** Custom RRPC answers on the topic of the request: the cloud asks, the device answers. */
  | { readonly kind: 'custom-rrpc'; readonly key: string };

function roleOf(topic: string): Role {
  if (ALINK.test(topic)) {
    return topic.endsWith(REPLY)
      ? { kind: 'answers', key: topic, byId: true }
      : { kind: 'asks', key: topic + REPLY, byId: true };
  }
  const rrpc = RRPC.exec(topic);
  if (rrpc !== null) {
    const key = `${rrpc[1]}response${rrpc[3]}`;
    return { kind: rrpc[2] === 'request' ? 'asks' : 'answers', key, byId: false };
  }
  return CUSTOM_RRPC.test(topic) ? { kind: 'custom-rrpc', key: topic } : { kind: 'none' };
}

const ID = /"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)/;

/** The `id` of an Alink message, written as a text or as a number; empty if there is none. */
function idOf(payload: string): string {
  return ID.exec(payload)?.[1]?.replaceAll('"', '') ?? '';
}

export class DialogueTracker {
  /** By key, the oldest first. */
  private readonly outstanding = new Map<string, number>();
  /** Roles by topic number: most messages are on few topics. */
  private readonly roles: Role[] = [];

  /**
   * Takes a PUBLISH; answers the row of the request it answers, or -1.
   *
   * @param number the topic's number in the capture, `topic` its text
   * @param payload gives the message as text; called for topics of the platform only
   */
  add(row: number, sent: boolean, number: number, topic: string, payload: () => string): number {
    const role = this.roles[number] ?? roleOf(topic);
    this.roles[number] = role;
    if (role.kind === 'none') return -1;
    if (role.kind === 'custom-rrpc') {
      return sent ? this.answered(`received ${role.key}`) : this.asked(`received ${role.key}`, row);
    }
    const key = role.byId ? `${role.key} ${idOf(payload())}` : role.key;
    return role.kind === 'asks'
      ? this.asked(`${sent ? 'sent' : 'received'} ${key}`, row)
      : this.answered(`${sent ? 'received' : 'sent'} ${key}`);
  }

  private asked(key: string, row: number): -1 {
    this.outstanding.delete(key);
    this.outstanding.set(key, row);
    if (this.outstanding.size > OUTSTANDING_MAX) {
      const [oldest] = this.outstanding.keys();
      if (oldest !== undefined) this.outstanding.delete(oldest);
    }
    return -1;
  }

  private answered(key: string): number {
    const row = this.outstanding.get(key) ?? -1;
    this.outstanding.delete(key);
    return row;
  }
}
