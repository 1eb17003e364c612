import type { PlatformTopic, TopicDirection } from './platform-topic.ts';
import { platformTopics } from './topic-catalogue.ts';
import type { TopicOwner } from './topics.ts';

/** What a topic of the platform is for. */
export interface TopicDescription extends Pick<PlatformTopic, 'purpose' | 'qosMax'> {
  /** What a message holds, by example; empty where it is free, and for a reply. */
  readonly payload: string;
  /** Who publishes here. */
  readonly from: TopicDirection;
  /** It answers a message that has this purpose. */
  readonly isReply: boolean;
  /** Where the other side answers, null where nothing answers (a reply is not answered either). */
  readonly reply: string | null;
}

interface Candidate {
  readonly known: PlatformTopic;
  readonly isReply: boolean;
  readonly pattern: string;
  readonly expression: RegExp;
  /** Characters that are no placeholder: of two that match, the one with more says more. */
  readonly literal: number;
}

const PLACEHOLDER = /\$\{(\w+)\}|#/g;
/** What a `#` stands for, among the placeholders that have names. */
const REST = '#';

const placeholdersOf = (pattern: string): string[] =>
  [...pattern.matchAll(PLACEHOLDER)].map(([, name]) => name ?? REST);

function candidate(known: PlatformTopic, pattern: string, isReply: boolean): Candidate {
  const parts = pattern.split(PLACEHOLDER).filter((_, at) => at % 2 === 0);
  const groups = placeholdersOf(pattern).map((name) => (name === REST ? '(.+)' : '([^/]+)'));
  const source = parts.map(
    (part, at) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&') + (groups[at] ?? ''),
  );
  const literal = parts.join('').length;
  return { known, isReply, pattern, expression: new RegExp(`^${source.join('')}$`), literal };
}

const candidates: readonly Candidate[] = platformTopics
  .flatMap((known) => [
    candidate(known, known.pattern, false),
    ...(known.reply !== null && known.reply !== known.pattern
      ? [candidate(known, known.reply, true)]
      : []),
  ])
  .sort((one, other) => other.literal - one.literal || Number(one.isReply) - Number(other.isReply));

/** Topics below the triple itself look like any broker's: they count for the device they name only. */
const isOwn = (pattern: string) => pattern.startsWith(`/\${productKey}/`);

/**
 * What a topic, or a filter with wildcards in the place of names, is for on the platform; null for a
 * topic that is none of the platform's.
 *
 * @param from who publishes there, where that is known: custom RRPC answers on the topic of the call
 * @param owner the device whose own topics are known too
 */
export function describeTopic(
  topic: string,
  from: TopicDirection | null,
  owner: TopicOwner | null,
): TopicDescription | null {
  for (const { known, isReply, pattern, expression } of candidates) {
    const values = expression.exec(topic)?.slice(1);
    if (values === undefined || (isOwn(pattern) && !names(values, owner))) continue;
    const answers = isReply || (known.reply === known.pattern && from === other[known.direction]);
    const reply = answers || known.reply === null ? null : filled(known.reply, pattern, values);
    const { purpose, qosMax } = known;
    return {
      purpose,
      qosMax,
      payload: answers ? '' : known.payload,
      from: answers ? other[known.direction] : known.direction,
      isReply: answers,
      reply,
    };
  }
  return null;
}

const other = { up: 'down', down: 'up' } as const satisfies Record<TopicDirection, TopicDirection>;

function names([productKey, deviceName]: readonly string[], owner: TopicOwner | null): boolean {
  return owner?.productKey === productKey && owner?.deviceName === deviceName;
}

/** A pattern with the values that the placeholders of another have; a name may occur twice. */
function filled(pattern: string, from: string, values: readonly string[]): string {
  const left = placeholdersOf(from).map((name, at) => ({ name, value: values[at] ?? '' }));
  return pattern.replace(PLACEHOLDER, (whole, name: string = REST) => {
    const at = left.findIndex((one) => one.name === name);
    return left.splice(at, 1)[0]?.value ?? whole;
  });
}
