import { packetTypeOf } from '../../../mqtt/packet-types.ts';
import { matchesFilter } from '../../../mqtt/topic-filter.ts';
import { alinkMessage, wantsReply } from '../../alink-message.ts';
import { ALINK_TOPIC, type PacketContent } from '../packet/packet-content.ts';
import type { Broken, FindingRule } from '../rules.ts';
import type { WatchedPacket } from './session-rule.ts';

/** Microseconds within which a request is answered: RRPC has 8 s (D-30527), others are given 10 s. */
const RRPC_US = 8_000_000;
const ANSWER_US = 10_000_000;
/** How long a first subscription takes to be in force, in microseconds (D-30527). */
const IN_FORCE_US = 10_000_000;
/** Requests whose answer is awaited at once; more than any device has under way. */
const AWAITED_MAX = 1000;

const RRPC_REQUEST = /^\/(sys\/[^/]+\/[^/]+\/rrpc\/request|ext\/rrpc)\//;
const CLOUD_REQUEST = /^\/sys\/[^/]+\/[^/]+\/thing\/(service\/|config\/push$)/;

interface Awaited {
  readonly due: number;
  readonly broken: Broken;
}

/** A request that was not answered in time, told by its row. */
export interface Overdue {
  readonly row: number;
  readonly broken: Broken;
}

/**
 * Requests above MQTT that nobody answers: those of the device to the platform, if it listens to the
 * reply, and those of the cloud to the device. What belongs together is known by `related`.
 */
export class AwaitedAnswers {
  private readonly awaited = new Map<number, Awaited>();
  /** When each filter was first subscribed to in this session. */
  private readonly subscribed = new Map<string, number>();

  /** Shows the next packet; of one that the platform drops (`isDropped`) no reply is awaited. */
  packet(packet: WatchedPacket, content: PacketContent, isDropped: boolean): void {
    const { header, topic, time, related } = packet;
    const type = packetTypeOf(header);
    if (type === 'SUBSCRIBE') {
      for (const filter of (topic ?? '').split(', ')) {
        if (!this.subscribed.has(filter)) this.subscribed.set(filter, time);
      }
    }
    if (type !== 'PUBLISH' || topic === null) return;
    if (related !== null) this.awaited.delete(related);
    else if (!isDropped) this.await(packet, topic, content);
  }

  /** The requests that are overdue at `now`; each is told once. */
  takeOverdue(now: number): Overdue[] {
    const overdue: Overdue[] = [];
    for (const [row, { due, broken }] of this.awaited) {
      if (due > now) continue;
      overdue.push({ row, broken });
      this.awaited.delete(row);
    }
    return overdue;
  }

  private await({ row, direction, time }: WatchedPacket, topic: string, content: PacketContent) {
    const isRrpc = direction === 'received' && RRPC_REQUEST.test(topic);
    const rule = isRrpc ? 'rrpc-unanswered-platform' : this.alinkRule(topic, direction, time);
    const message = content.payload === null ? null : alinkMessage(content.payload);
    if (rule === null || !wantsReply(message) || this.awaited.size >= AWAITED_MAX) return;
    const due = time + (isRrpc ? RRPC_US : ANSWER_US);
    this.awaited.set(row, { due, broken: { rule, values: { topic } } });
  }

  /** What it means if this message is not answered; null if nothing answers it. */
  private alinkRule(
    topic: string,
    direction: WatchedPacket['direction'],
    time: number,
  ): FindingRule | null {
    if (topic.endsWith('_reply') || !ALINK_TOPIC.test(topic)) return null;
    if (direction === 'received')
      return CLOUD_REQUEST.test(topic) ? 'cloud-request-unanswered-platform' : null;
    const listens = [...this.subscribed].filter(([filter]) =>
      matchesFilter(filter, `${topic}_reply`),
    );
    if (listens.length === 0) return null;
    const since = Math.min(...listens.map(([, at]) => at));
    return time - since < IN_FORCE_US ? 'first-subscribe-platform' : 'alink-unanswered-platform';
  }
}
