import type { Packet } from 'mqtt';
import type { Subscription } from '../../../shared/contract/sessions.ts';
import { matchesFilter } from '../../../shared/mqtt/topic-filter.ts';

/** How many topics the book remembers the matching subscriptions of. */
const REMEMBERED_TOPICS = 4096;

type PacketOf<C extends Packet['cmd']> = Extract<Packet, { cmd: C }>;
type Entry = { -readonly [K in keyof Subscription]: Subscription[K] } & { messages: number };

/** The subscriptions of a session as its packets tell them, whoever caused the packets. */
export class SubscriptionBook {
  private entries: Entry[] = [];
  private readonly asked = new Map<number, readonly string[]>();
  private readonly left = new Map<number, readonly string[]>();
  private readonly matching = new Map<string, readonly Entry[]>();

  list(): Subscription[] {
    return this.entries.map(({ messages: _counted, ...subscription }) => subscription);
  }

  /** PUBLISH packets received, by the filter that matches them. */
  messages(): Record<string, number> {
    return Object.fromEntries(this.entries.map(({ filter, messages }) => [filter, messages]));
  }

  /** The granted QoS or failure code of a filter; null if it was not answered or is not known. */
  granted(filter: string): number | null {
    return this.entries.find((entry) => entry.filter === filter)?.granted ?? null;
  }

  /** Takes a refused filter from the list; answers whether it was one. */
  forgetRefused(filter: string): boolean {
    if ((this.granted(filter) ?? 0) < 128) return false;
    this.entries = this.entries.filter((entry) => entry.filter !== filter);
    this.matching.clear();
    return true;
  }

  /** The broker holds no session: nothing is subscribed. Answers what was. */
  takeGranted(): Subscription[] {
    const granted = this.list().filter((entry) => entry.granted !== null && entry.granted < 128);
    this.entries = [];
    this.matching.clear();
    return granted;
  }

  /** Answers whether the list changed. */
  sent(packet: Packet): boolean {
    if (packet.cmd === 'subscribe') this.subscribing(packet);
    else if (packet.cmd === 'unsubscribe') this.unsubscribing(packet);
    return packet.cmd === 'subscribe';
  }

  /** Answers whether the list changed; message counts alone do not count as a change. */
  received(packet: Packet): boolean {
    if (packet.cmd === 'publish') this.count(packet);
    else if (packet.cmd === 'suback') return this.subscribed(packet);
    else if (packet.cmd === 'unsuback') return this.unsubscribed(packet.messageId ?? 0);
    return false;
  }

  private subscribing({ messageId, subscriptions }: PacketOf<'subscribe'>): void {
    const filters = subscriptions.map(({ topic }) => topic);
    this.asked.set(messageId ?? 0, filters);
    for (const { topic, qos } of subscriptions) {
      const known = this.entries.find((entry) => entry.filter === topic);
      if (known === undefined) {
        this.entries.push({ filter: topic, requestedQos: qos, granted: null, messages: 0 });
      } else {
        known.requestedQos = qos;
        known.granted = null;
      }
    }
    this.matching.clear();
  }

  private subscribed({ messageId, granted }: PacketOf<'suback'>): boolean {
    const filters = this.asked.get(messageId ?? 0);
    this.asked.delete(messageId ?? 0);
    filters?.forEach((filter, position) => {
      const entry = this.entries.find((candidate) => candidate.filter === filter);
      const code = granted[position];
      if (entry !== undefined && typeof code === 'number') entry.granted = code;
    });
    return filters !== undefined;
  }

  private unsubscribing({ messageId, unsubscriptions }: PacketOf<'unsubscribe'>): void {
    this.left.set(messageId ?? 0, unsubscriptions);
  }

  private unsubscribed(messageId: number): boolean {
    const filters = this.left.get(messageId) ?? [];
    this.left.delete(messageId);
    this.entries = this.entries.filter(({ filter }) => !filters.includes(filter));
    this.matching.clear();
    return filters.length > 0;
  }

  private count({ topic }: PacketOf<'publish'>): void {
    let entries = this.matching.get(topic);
    if (entries === undefined) {
      entries = this.entries.filter(({ filter }) => matchesFilter(filter, topic));
      if (this.matching.size >= REMEMBERED_TOPICS) this.matching.clear();
      this.matching.set(topic, entries);
    }
    for (const entry of entries) entry.messages += 1;
  }
}
