import type { TopicOwner } from '../topics.ts';
import type { MessageKind } from './kinds.ts';
import { ownTopic } from './topic-suggestions.ts';

/** A message from the platform that waits for an answer. */
export interface PlatformRequest {
  readonly topic: string;
  /** Its payload as text. */
  readonly payload: string;
}

/** Values of the `${name}` in a pattern, where a topic fits it level by level; null where it does not. */
function placeholdersOf(pattern: string, topic: string): Map<string, string> | null {
  const levels = topic.split('/');
  const wanted = pattern.split('/');
  if (levels.length !== wanted.length) return null;
  const values = new Map<string, string>();
  for (const [index, level] of wanted.entries()) {
    const name = /^\$\{(\w+)\}$/.exec(level)?.[1];
    const given = levels[index] ?? '';
    if (name !== undefined && given !== '') values.set(name, given);
    else if (level !== given) return null;
  }
  return values;
}

/** The `id` of an Alink request as a text, whichever it was sent as; null for any other payload. */
function requestId(payload: string): string | null {
  try {
    const { id } = JSON.parse(payload);
    return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  } catch {
    return null;
  }
}

/** True if a topic carries the requests that this kind of message answers. */
export function isRequestFor(kind: MessageKind, topic: string, owner: TopicOwner): boolean {
  return (
    kind.answers !== undefined && placeholdersOf(ownTopic(kind.answers, owner), topic) !== null
  );
}

/**
 * A kind's topic and payload filled in for one device, and for the request it answers where one is
 * known; what is not known stays as `${name}`.
 */
export function writeMessage(
  kind: MessageKind,
  owner: TopicOwner,
  request: PlatformRequest | null = null,
): { topic: string; payload: string } {
  const topic = ownTopic(kind.pattern, owner);
  if (request === null || kind.answers === undefined) return { topic, payload: kind.payload };
  const values =
    placeholdersOf(ownTopic(kind.answers, owner), request.topic) ?? new Map<string, string>();
  const id = requestId(request.payload);
  return {
    topic: topic.replace(/\$\{(\w+)\}/g, (open, name: string) => values.get(name) ?? open),
    payload:
      id === null
        ? kind.payload
        : kind.payload.replaceAll(`"\${id}"`, () => JSON.stringify(id).replaceAll('{{', '{{{{')),
  };
}
