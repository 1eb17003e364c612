import { packetTypeOf } from '../../../mqtt/packet-types.ts';
import { matchesFilter } from '../../../mqtt/topic-filter.ts';
import { alinkCodeName } from '../../alink-codes.ts';
import { type Broken, fine, type WatchedPacket } from './session-rule.ts';

/** Microseconds within which a request is answered: RRPC has 8 s (D-30527), others are given 10 s. */
const RRPC_US = 8_000_000;
const ANSWER_US = 10_000_000;
/** Requests whose answer is awaited at once; more than any device has under way. */
const AWAITED_MAX = 1000;

const RRPC_REQUEST = /^(\/sys\/[^/]+\/[^/]+\/rrpc\/)request\/([^/]+)$/;
const CLOUD_REQUEST = /^\/sys\/[^/]+\/[^/]+\/thing\/(service\/|config\/push$)/;
const DEVICE_REQUEST = /^\/sys\/[^/]+\/[^/]+\/thing\//;

/** Topics whose reply is the last level with `_reply` behind it: all of Alink's (D-120329). */
const isReply = (topic: string): boolean => topic.endsWith('_reply');

/** True for packets whose payload the rules about Alink want to see. */
export function wantsPayload({ header, topic }: WatchedPacket): boolean {
  return packetTypeOf(header) === 'PUBLISH' && topic !== null && DEVICE_REQUEST.test(topic);
}

interface AlinkMessage {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly sys?: { readonly ack?: unknown } | null;
}

/** A payload as an Alink message; null for anything else (raw data, broken JSON). */
function alinkMessage(payload: string): AlinkMessage | null {
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

interface Awaited {
  readonly row: number;
  readonly due: number;
  readonly broken: Broken;
}

/** A request that was not answered in time, told by the row of the request. */
export interface Overdue {
  readonly row: number;
  readonly broken: Broken;
}

/**
 * What Alink's messages tell: replies with another code than 200, requests of the device that the
 * platform does not answer though the device listens, requests of the cloud that the device does
 * not answer.
 */
export class AlinkWatch {
  private readonly awaited = new Map<string, Awaited[]>();
  private count = 0;
  private filters: string[] = [];

  /**
   * @param payload the message as text where `wantsPayload` asked for it, else null
   */
  packet(row: number, packet: WatchedPacket, payload: string | null): readonly Broken[] {
    const { header, direction, topic, time } = packet;
    const type = packetTypeOf(header);
    if (type === 'SUBSCRIBE')
      this.filters = [...new Set([...this.filters, ...(topic ?? '').split(', ')])];
    if (type !== 'PUBLISH' || topic === null) return fine;
    this.answered(topic);
    const message = payload === null ? null : alinkMessage(payload);
    if (direction === 'received') {
      this.awaitDevice(row, topic, time, message);
      return isReply(topic) && message !== null ? replyCode(topic, message) : fine;
    }
    const reply = `${topic}_reply`;
    const asks = DEVICE_REQUEST.test(topic) && !isReply(topic) && message?.sys?.ack !== 0;
    if (asks && this.filters.some((filter) => matchesFilter(filter, reply))) {
      const broken: Broken = { rule: 'alink-unanswered-platform', values: { topic } };
      this.wait(reply, { row, due: time + ANSWER_US, broken });
    }
    return fine;
  }

  /** The requests that are overdue at `now`; each is told once. */
  takeOverdue(now: number): Overdue[] {
    const overdue: Overdue[] = [];
    for (const [topic, list] of this.awaited) {
      const left = list.filter((entry) => entry.due > now);
      if (left.length === list.length) continue;
      overdue.push(...list.filter((entry) => entry.due <= now));
      this.count -= list.length - left.length;
      if (left.length === 0) this.awaited.delete(topic);
      else this.awaited.set(topic, left);
    }
    return overdue;
  }

  private awaitDevice(
    row: number,
    topic: string,
    time: number,
    message: AlinkMessage | null,
  ): void {
    const rrpc = RRPC_REQUEST.exec(topic);
    if (rrpc !== null) {
      const broken: Broken = { rule: 'rrpc-unanswered-platform', values: { topic } };
      this.wait(`${rrpc[1]}response/${rrpc[2]}`, { row, due: time + RRPC_US, broken });
    } else if (CLOUD_REQUEST.test(topic) && !isReply(topic) && message?.sys?.ack !== 0) {
      const broken: Broken = { rule: 'cloud-request-unanswered-platform', values: { topic } };
      this.wait(`${topic}_reply`, { row, due: time + ANSWER_US, broken });
    }
  }

  private wait(topic: string, entry: Awaited): void {
    if (this.count >= AWAITED_MAX) return;
    this.count += 1;
    this.awaited.set(topic, [...(this.awaited.get(topic) ?? []), entry]);
  }

  /** A message on a reply topic answers the oldest request that waits for it. */
  private answered(topic: string): void {
    const list = this.awaited.get(topic);
    if (list === undefined) return;
    this.count -= 1;
    if (list.length === 1) this.awaited.delete(topic);
    else this.awaited.set(topic, list.slice(1));
  }
}

function replyCode(topic: string, { code, message }: AlinkMessage): readonly Broken[] {
  // The documents have the code as a number and, in replies to batches, as text.
  const number = Number(code);
  if (!Number.isInteger(number) || number === 200) return fine;
  const text = typeof message === 'string' && message !== '' ? message : alinkCodeName(number);
  return [{ rule: 'alink-code-platform', values: { topic, alink: number, message: text } }];
}
