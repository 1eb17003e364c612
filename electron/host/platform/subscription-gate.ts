import { matchesFilter } from '../../../shared/mqtt/topic-filter.ts';
import type { PlatformLimits } from './limits.ts';
import {
  messageIdOf,
  type RequestedFilter,
  type SubscribeRequest,
  writeSuback,
  writeSubscribe,
} from './wire.ts';

/** SUBACK's code for a filter that is refused [MQTT-3.9.3-2]. */
const REFUSED = 128;

/** What is asked of a filter before it is granted. */
export interface SubscriptionRules {
  readonly limits: PlatformLimits;
  maySubscribe(filter: string): boolean;
  refusesAll(): boolean;
  /** Told of each filter that is refused, with why. */
  onRefused(filter: string, reason: string): void;
}

/** What becomes of a SUBSCRIBE: a packet for the broker, or an answer for the device. */
export type GateVerdict = { readonly toBroker: Buffer } | { readonly toDevice: Buffer };

/**
 * Judges the filters of a SUBSCRIBE. The broker sees only those that are granted, all at QoS 1: a
 * message comes with the QoS it was published with, whatever was asked for (D-30540). Its SUBACK is
 * then completed: a granted filter is answered with the QoS asked for, 2 with 1, which is our reading.
 */
export class SubscriptionGate {
  private readonly rules: SubscriptionRules;
  private readonly due = new Map<number, readonly number[]>();
  /** Each filter of the session with the time from which it brings messages. */
  private readonly filters = new Map<string, number>();

  constructor(rules: SubscriptionRules) {
    this.rules = rules;
  }

  judge({ messageId, filters }: SubscribeRequest, now: number): GateVerdict {
    const codes = filters.map((filter, index) => this.codeFor(filter, index, now));
    const granted = new Set(
      filters.filter((_, index) => codes[index] !== REFUSED).map(({ topic }) => topic),
    );
    if (granted.size === 0) return { toDevice: writeSuback(messageId, codes) };
    this.due.set(messageId, codes);
    const asked = [...granted].map((topic) => ({ topic, qos: 1 }));
    return { toBroker: writeSubscribe({ messageId, filters: asked }) };
  }

  /** The device's SUBACK for the broker's. */
  complete(suback: Buffer): Buffer {
    const messageId = messageIdOf(suback);
    const codes = this.due.get(messageId);
    this.due.delete(messageId);
    return codes === undefined ? suback : writeSuback(messageId, codes);
  }

  /** A filter that the session has had before; false if the device has lost the right to it. */
  restore(filter: string): boolean {
    if (this.filters.has(filter)) return true;
    const allowed = this.rules.maySubscribe(filter);
    if (allowed) this.filters.set(filter, 0);
    return allowed;
  }

  remove(filters: readonly string[]): void {
    for (const filter of filters) this.filters.delete(filter);
  }

  /** True if a message on the topic is for this session now. */
  receives(topic: string, now: number): boolean {
    for (const [filter, from] of this.filters)
      if (from <= now && matchesFilter(filter, topic) && this.rules.maySubscribe(filter))
        return true;
    return false;
  }

  list(): readonly string[] {
    return [...this.filters.keys()];
  }

  private codeFor({ topic, qos }: RequestedFilter, index: number, now: number): number {
    const reason = this.reasonAgainst(topic, index);
    if (reason !== null) {
      this.rules.onRefused(topic, reason);
      return REFUSED;
    }
    if (!this.filters.has(topic))
      this.filters.set(topic, now + this.rules.limits.subscriptionDelay);
    return Math.min(qos, 1);
  }

  private reasonAgainst(topic: string, index: number): string | null {
    const { limits } = this.rules;
    if (this.rules.refusesAll()) return 'refused on demand';
    if (index >= limits.filtersPerSubscribe)
      return `more than ${limits.filtersPerSubscribe} filters in one SUBSCRIBE`;
    if (!this.rules.maySubscribe(topic)) return 'no authorization';
    if (!this.filters.has(topic) && this.filters.size >= limits.subscriptions)
      return `more than ${limits.subscriptions} subscriptions`;
    return null;
  }
}
