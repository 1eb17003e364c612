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
  /** Described in the platform's help, or seen only in its official SDKs. */
  readonly source: 'help' | 'sdk';
}

/** One row of the catalogue. `reply`: a pattern, null for none, or `_reply` for the same topic with that ending. */
export function topic(
  direction: TopicDirection,
  pattern: string,
  reply: string | null,
  en: string,
  zh: string,
  source: PlatformTopic['source'] = 'help',
): PlatformTopic {
  return {
    pattern,
    direction,
    reply: reply === '_reply' ? `${pattern}_reply` : reply,
    purpose: { en, 'zh-CN': zh },
    source,
  };
}

/** The part of a pattern that names the device itself. */
export const DEVICE = `\${productKey}/\${deviceName}`;
