import { PLATFORM_LIMITS } from '../../../shared/alibaba/diagnosis/explain-packet.ts';

/** What the platform allows one device. `Infinity` lifts a limit. */
export interface PlatformLimits {
  /** Logins; one more is refused with CONNACK 3: how it is refused is not documented. */
  readonly connectsPerMinute: number;
  /** Bytes of a custom topic in UTF-8. */
  readonly topicBytes: number;
  /** Of a custom topic: some of the platform's own have eight. */
  readonly topicSlashes: number;
  /** A larger one is dropped without PUBACK; that the connection stays is our reading. */
  readonly payloadBytes: number;
  /** Filters of one session; more are refused with 128. */
  readonly subscriptions: number;
  /** Filters of one SUBSCRIBE; that those beyond are refused with 128, and not all, is our reading. */
  readonly filtersPerSubscribe: number;
  /** Messages per second. "No protocol response" to more is read as: no PUBACK, and the message is lost. */
  readonly qos0PerSecond: number;
  readonly qos1PerSecond: number;
  /** Bytes of payload per second from the device; messages beyond are lost. */
  readonly bytesPerSecond: number;
  /** Requests of a device to its shadow per second; that more are lost is our reading. */
  readonly shadowPerSecond: number;
  /** Broadcasts to all devices of a product per minute. */
  readonly broadcastsPerMinute: number;
  /** Messages per second to the device; more are lost, which is our reading. */
  readonly downPerSecond: number;
  /** Milliseconds until a new subscription brings messages; 10,000 as documented. */
  readonly subscriptionDelay: number;
  /** Milliseconds after which the connection of a dynamic registration is closed. */
  readonly registrationTime: number;
}

/**
 * The documented limits (D-30527) but one: a new subscription brings messages at once and not after
 * 10 s, or the first message somebody sends to a new device would be lost for no visible reason.
 */
export const platformLimits: PlatformLimits = {
  ...PLATFORM_LIMITS,
  connectsPerMinute: 5,
  subscriptions: 100,
  filtersPerSubscribe: 8,
  qos0PerSecond: 30,
  qos1PerSecond: 10,
  bytesPerSecond: 1_048_576,
  shadowPerSecond: 20,
  broadcastsPerMinute: 1,
  downPerSecond: 50,
  subscriptionDelay: 0,
  registrationTime: 15_000,
};

/** Counts events, or an amount of them, by key and in windows of a fixed length. */
export class RateWindows {
  private readonly windows = new Map<string, { readonly begin: number; count: number }>();
  private readonly length: number;

  /** @param length milliseconds */
  constructor(length: number) {
    this.length = length;
  }

  /** Counts one more, or so many; answers how many there are in the key's window. */
  add(key: string, now: number, amount = 1): number {
    const window = this.windows.get(key);
    if (window === undefined || now - window.begin >= this.length) {
      this.windows.set(key, { begin: now, count: amount });
      return amount;
    }
    window.count += amount;
    return window.count;
  }
}

/** True if a topic is within what a custom topic may be. */
export function isTopicWithin(
  { topicBytes, topicSlashes }: Pick<PlatformLimits, 'topicBytes' | 'topicSlashes'>,
  topic: string,
): boolean {
  return Buffer.byteLength(topic) <= topicBytes && topic.split('/').length - 1 <= topicSlashes;
}
