import { PLATFORM_LIMITS } from '../../../shared/alibaba/diagnosis/explain-packet.ts';
import { RATE_SECOND_US, SlidingWindow } from '../../../shared/alibaba/sliding-window.ts';

/** Milliseconds of the second in which so many messages are taken; the diagnosis counts with the same. */
export const RATE_SECOND_MS = RATE_SECOND_US / 1000;

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

/** What became of an amount that was held against a rate. */
export interface RateVerdict {
  /** What the window would hold with it. */
  readonly count: number;
  readonly isOver: boolean;
  /** The first one over the rate since as long as a window lasts. */
  readonly isFirstOver: boolean;
}

/**
 * Lets through no more than a limit in any stretch of a fixed length, by key. What is over does not
 * count: so many are taken, and the rest is not.
 */
export class RateWindows {
  private readonly windows = new Map<string, { readonly taken: SlidingWindow; overAt: number }>();
  private readonly length: number;

  /** @param length milliseconds */
  constructor(length: number) {
    this.length = length;
  }

  /** Takes one more, or so many, unless that is over the limit. */
  take(key: string, now: number, limit: number, amount = 1): RateVerdict {
    const window = this.windowOf(key);
    const count = window.taken.sum(now) + amount;
    const isOver = count > limit;
    const isFirstOver = isOver && now - window.overAt >= this.length;
    if (!isOver) window.taken.add(now, amount);
    if (isFirstOver) window.overAt = now;
    return { count, isOver, isFirstOver };
  }

  private windowOf(key: string) {
    const known = this.windows.get(key);
    if (known !== undefined) return known;
    const window = { taken: new SlidingWindow(this.length), overAt: Number.NEGATIVE_INFINITY };
    this.windows.set(key, window);
    return window;
  }
}

/** True if a topic is within what a custom topic may be. */
export function isTopicWithin(
  { topicBytes, topicSlashes }: Pick<PlatformLimits, 'topicBytes' | 'topicSlashes'>,
  topic: string,
): boolean {
  return Buffer.byteLength(topic) <= topicBytes && topic.split('/').length - 1 <= topicSlashes;
}
