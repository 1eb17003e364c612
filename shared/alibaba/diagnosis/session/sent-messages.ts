import { dupOf, packetTypeOf, qosOf } from '../../../mqtt/packet-types.ts';
import { RATE_SECOND_US } from '../../sliding-window.ts';
import { isPayloadTooLarge } from '../explain-packet.ts';
import type { Broken, FindingRule } from '../rules.ts';
import { PUBLISH_RATES, PublishRate } from './publish-rates.ts';
import type { WatchedPacket } from './session-rule.ts';
import { type Aftermath, type Sign, SignsOfLife, signOf, type Watched } from './signs-of-life.ts';

/** Messages without PUBACK, and topics, that are looked at; of more, only the packet is told. */
const OUTSTANDING_MAX = 10_000;
const TOPICS_MAX = 4_096;

/** A QoS 1 message that waits for PUBACK, with what the session showed since. */
interface SentMessage {
  readonly topic: string;
  readonly packetId: number | null;
  /** QoS 1 messages in the second that ends with it. */
  readonly inSecond: number;
  /** Why the platform does not take it, and so does not acknowledge it; null for no such reason. */
  readonly dropped: FindingRule | null;
  /** Messages on its topic that were acknowledged before it. */
  readonly before: number;
  readonly aftermath: Aftermath;
  /** The row in which it was sent again. */
  again: number | null;
}

/**
 * The QoS 1 messages that a device sends: of one that stays without PUBACK, it tells what the rest of
 * the session rules out.
 */
export class SentMessages {
  private readonly outstanding = new Map<number, SentMessage>();
  private readonly acknowledged = new Map<string, number>();
  private readonly rate = new PublishRate(1);
  private readonly signs = new SignsOfLife();
  private readonly platform: boolean;

  constructor(platform: boolean) {
    this.platform = platform;
  }

  /** Shows the next packet; answers whether it is a message that the platform drops. */
  packet(packet: WatchedPacket): boolean {
    const { direction, header } = packet;
    const inSecond = this.rate.count(packet);
    const dropped = this.platform ? dropRule(packet, inSecond) : null;
    this.signs.packet(packet, dropped !== null);
    if (direction === 'received') this.answer(packet);
    else if (packetTypeOf(header) === 'PUBLISH' && qosOf(header) === 1) {
      this.sent(packet, inSecond, dropped);
    }
    return dropped !== null;
  }

  /** What the message of a row without PUBACK breaks, to be asked once; null for one it does not know. */
  take(row: number, watched: Watched): Broken | null {
    const message = this.outstanding.get(row);
    if (message === undefined) return null;
    this.outstanding.delete(row);
    const { topic, before, again, inSecond, aftermath } = message;
    const after = (this.acknowledged.get(topic) ?? 0) - before;
    const sign = signOf(aftermath, watched);
    return {
      rule: this.ruleOf(message, sign, before + after),
      values: {
        topic,
        before,
        after,
        inSecond,
        limit: PUBLISH_RATES[1],
        window: RATE_SECOND_US / 1_000_000,
        again: (again ?? -1) + 1,
        sign: sign.kind,
        signNumber: sign.row + 1,
        signSeconds: tenths(sign.after),
      },
    };
  }

  private ruleOf(message: SentMessage, sign: Sign, acknowledged: number): FindingRule {
    if (message.again !== null) return 'publish-sent-again';
    if (message.dropped !== null) return message.dropped;
    if (sign.kind === 'left') return 'publish-left';
    if (sign.kind === 'silent' || sign.kind === 'ended') {
      return this.platform ? 'publish-silent-platform' : 'publish-silent';
    }
    if (!this.platform) return 'publish-unanswered';
    return acknowledged === 0 ? 'publish-topic-unanswered-platform' : 'publish-unanswered-platform';
  }

  private sent(packet: WatchedPacket, inSecond: number, dropped: SentMessage['dropped']): void {
    const { row, header, topic, packetId } = packet;
    if (topic === null) return;
    if (dupOf(header)) this.sentAgain(row, topic, packetId);
    const isKnown = this.acknowledged.has(topic);
    if (this.outstanding.size >= OUTSTANDING_MAX) return;
    if (!isKnown && this.acknowledged.size >= TOPICS_MAX) return;
    const before = this.acknowledged.get(topic) ?? 0;
    this.acknowledged.set(topic, before);
    const aftermath = this.signs.follow(packet);
    const message = { topic, packetId, inSecond, dropped, before, aftermath, again: null };
    this.outstanding.set(row, message);
  }

  private sentAgain(row: number, topic: string, packetId: number | null): void {
    for (const message of this.outstanding.values()) {
      if (message.packetId === packetId && message.topic === topic) message.again ??= row;
    }
  }

  private answer({ header, peer }: WatchedPacket): void {
    if (peer === null || packetTypeOf(header) !== 'PUBACK') return;
    const message = this.outstanding.get(peer);
    if (message === undefined) return;
    this.outstanding.delete(peer);
    this.acknowledged.set(message.topic, (this.acknowledged.get(message.topic) ?? 0) + 1);
  }
}

function dropRule(packet: WatchedPacket, inSecond: number): FindingRule | null {
  if (inSecond > PUBLISH_RATES[1]) return 'publish-too-many-platform';
  const isPublish = packetTypeOf(packet.header) === 'PUBLISH';
  return isPublish && isPayloadTooLarge(packet) ? 'publish-too-large-platform' : null;
}

/** Microseconds as seconds with one decimal. */
export function tenths(microseconds: number): number {
  return Math.round(microseconds / 100_000) / 10;
}
