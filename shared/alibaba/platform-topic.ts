/** Who publishes on a topic: the device (`up`), the platform (`down`). */
export type TopicDirection = 'up' | 'down';

/** A topic every device has without the user defining it. */
export interface PlatformTopic {
  /** `${productKey}` and `${deviceName}` are the device's own; any other `${name}` is free text. */
  readonly pattern: string;
  readonly direction: TopicDirection;
  /** Where the other side answers, with the same placeholders; null where nothing answers. */
  readonly reply: string | null;
  readonly purpose: { readonly en: string; readonly 'zh-CN': string };
  /** What a message holds, by example: an Alink message by its `params`; empty where it is free. */
  readonly payload: string;
  /** The highest QoS that the platform takes or gives here; it has no QoS 2 (D-30540). */
  readonly qosMax: 0 | 1;
  /** Described in the platform's help, or seen only in its official SDKs. */
  readonly source: 'help' | 'sdk';
}

/** What a row of the catalogue need not say: by default a free payload, QoS 1, described in the help. */
type Details = Partial<Pick<PlatformTopic, 'payload' | 'qosMax' | 'source'>>;

/** One row of the catalogue. `reply`: a pattern, null for none, or `_reply` for the same topic with that ending. */
export function topic(
  direction: TopicDirection,
  pattern: string,
  reply: string | null,
  en: string,
  zh: string,
  { payload = '', qosMax = 1, source = 'help' }: Details = {},
): PlatformTopic {
  return {
    pattern,
    direction,
    reply: reply === '_reply' ? `${pattern}_reply` : reply,
    purpose: { en, 'zh-CN': zh },
    payload,
    qosMax,
    source,
  };
}

/** The part of a pattern that names the device itself. */
export const DEVICE = `\${productKey}/\${deviceName}`;
