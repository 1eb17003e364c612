import type { PacketField } from '../../../shared/contract/packets.ts';

/** Fields that are topics, or have one as their value. */
const TOPIC_FIELDS = new Set([
  'Topic Name',
  'Topic Filter',
  'Subscription',
  'Will Topic',
  'Response Topic',
]);

/** Bytes that the standard has no name for. */
const UNDECODED = 'Undecoded bytes';

/** Fields whose value the decoder says in words, rather than the packet itself. */
const SAID_FIELDS = new Set(['Payload', UNDECODED]);

/** What stands in place of a secret, whichever field it is in. */
const MASKED = /^masked, \d+ bytes?$/;

/** How a tree of fields is explained. */
export interface Explainer {
  /** The topic that a MQTT 5 alias stands for, where a Topic Name is empty. */
  readonly aliased: string;
  /** What a topic is for, empty for nothing. */
  topic(topic: string): string;
  /** What the decoder says, in the language of the page. */
  say(meaning: string): string;
}

/** Fields with what they mean in the page's language; what a topic is for stands in front of it. */
export function withMeanings(fields: readonly PacketField[], explainer: Explainer): PacketField[] {
  return fields.map((field) => {
    const { name, value } = field;
    // A subscription has the purpose of its filter.
    const inner = name === 'Subscription' ? { ...explainer, topic: () => '' } : explainer;
    const topic = value || (name === 'Topic Name' ? explainer.aliased : '');
    const purpose = TOPIC_FIELDS.has(name) ? explainer.topic(topic) : '';
    return {
      ...field,
      name: name === UNDECODED ? explainer.say(name) : name,
      value: SAID_FIELDS.has(name) || MASKED.test(value) ? explainer.say(value) : value,
      children: withMeanings(field.children, inner),
      meaning: [purpose, explainer.say(field.meaning)].filter(Boolean).join(' · '),
    };
  });
}
