import { dupOf, packetTypeOf, qosOf } from '../../../mqtt/packet-types.ts';
import type { Broken, FindingRule } from '../rules.ts';
import { PUBLISH_RATES } from './publish-rates.ts';
import type { WatchedPacket } from './session-rule.ts';

const SECOND_US = 1_000_000;
/** Messages without PUBACK, and topics, that are looked at; of more, only the packet is told. */
const OUTSTANDING_MAX = 10_000;
const TOPICS_MAX = 4_096;

/** A QoS 1 message that waits for PUBACK, with what the session showed since. */
interface SentMessage {
  readonly row: number;
  readonly time: number;
  readonly topic: string;
  readonly packetId: number | null;
  /** QoS 1 messages of the same second of the clock. */
  readonly second: { count: number };
  /** Messages on its topic that were acknowledged before it. */
  readonly before: number;
  /** The first packet sent behind it whose answer came, and when; null while there is none. */
  later: { readonly row: number; readonly time: number } | null;
  /** The row in which it was sent again. */
  again: number | null;
}

/**
 * The QoS 1 messages that a device sends: of one that stays without PUBACK, it tells what the rest of
 * the session rules out. An answer to a later packet shows that the connection was alive and, as TCP
 * keeps the order, that the other side had the message by then.
 */
export class SentMessages {
  private readonly outstanding = new Map<number, SentMessage>();
  /** Those with nothing answered behind them, oldest first. */
  private unproven: SentMessage[] = [];
  private readonly acknowledged = new Map<string, number>();
  private second = { at: 0, count: 0 };
  private connection = -1;
  private readonly platform: boolean;

  constructor(platform: boolean) {
    this.platform = platform;
  }

  packet(packet: WatchedPacket): void {
    if (packet.connection !== this.connection) this.unproven = [];
    this.connection = packet.connection;
    if (packet.direction === 'received') this.answer(packet);
    else if (packetTypeOf(packet.header) === 'PUBLISH' && qosOf(packet.header) === 1) {
      this.sent(packet);
    }
  }

  /** What the message of a row without PUBACK breaks, to be asked once; null for one it does not know. */
  take(row: number): Broken | null {
    const message = this.outstanding.get(row);
    if (message === undefined) return null;
    this.outstanding.delete(row);
    const { topic, time, later, before, again, second } = message;
    const after = (this.acknowledged.get(topic) ?? 0) - before;
    return {
      rule: this.ruleOf(message, before + after),
      values: {
        topic,
        before,
        after,
        inSecond: second.count,
        limit: PUBLISH_RATES[1],
        again: (again ?? -1) + 1,
        later: (later?.row ?? -1) + 1,
        laterSeconds: later === null ? 0 : tenths(later.time - time),
      },
    };
  }

  private ruleOf({ again, later, second }: SentMessage, acknowledged: number): FindingRule {
    if (again !== null) return 'publish-sent-again';
    if (later === null) return this.platform ? 'publish-silent-platform' : 'publish-silent';
    if (!this.platform) return 'publish-unanswered';
    if (second.count > PUBLISH_RATES[1]) return 'publish-too-many-platform';
    return acknowledged === 0 ? 'publish-topic-unanswered-platform' : 'publish-unanswered-platform';
  }

  private sent({ row, time, header, topic, packetId }: WatchedPacket): void {
    const at = Math.floor(time / SECOND_US);
    if (at !== this.second.at) this.second = { at, count: 0 };
    this.second.count += 1;
    if (topic === null) return;
    if (dupOf(header)) this.sentAgain(row, topic, packetId);
    const isKnown = this.acknowledged.has(topic);
    if (this.outstanding.size >= OUTSTANDING_MAX) return;
    if (!isKnown && this.acknowledged.size >= TOPICS_MAX) return;
    const before = this.acknowledged.get(topic) ?? 0;
    this.acknowledged.set(topic, before);
    const { second } = this;
    const message = { row, time, topic, packetId, second, before, later: null, again: null };
    this.outstanding.set(row, message);
    this.unproven.push(message);
  }

  private sentAgain(row: number, topic: string, packetId: number | null): void {
    for (const message of this.outstanding.values()) {
      if (message.packetId === packetId && message.topic === topic) message.again ??= row;
    }
  }

  private answer({ time, header, peer }: WatchedPacket): void {
    if (peer === null) return;
    const message = this.outstanding.get(peer);
    if (message !== undefined && packetTypeOf(header) === 'PUBACK') {
      this.outstanding.delete(peer);
      this.acknowledged.set(message.topic, (this.acknowledged.get(message.topic) ?? 0) + 1);
    }
    const first = this.unproven.findIndex((one) => one.row >= peer);
    const proven = this.unproven.splice(0, first < 0 ? this.unproven.length : first);
    for (const one of proven) one.later = { row: peer, time };
  }
}

/** Microseconds as seconds with one decimal. */
export function tenths(microseconds: number): number {
  return Math.round(microseconds / 100_000) / 10;
}
