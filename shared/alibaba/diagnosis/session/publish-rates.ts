import { packetTypeOf, qosOf } from '../../../mqtt/packet-types.ts';
import { RATE_SECOND_US, SlidingWindow } from '../../sliding-window.ts';
import { fine, type SessionRule, type WatchedPacket } from './session-rule.ts';

const SECOND_US = 1_000_000;

/** Publishes a second that the platform takes of one device, by QoS (D-30527). */
export const PUBLISH_RATES = { 0: 30, 1: 10 } as const;

/**
 * Counts what a device publishes with QoS 0, or above it: the platform is not documented to know
 * QoS 2, and the local one takes it as 1. What the platform did not take counts too: which that was is
 * not known of every message, and whatever it drops for the rate has so many before it all the same.
 */
export class PublishRate {
  private readonly qos: 0 | 1;
  private readonly window = new SlidingWindow(RATE_SECOND_US);

  constructor(qos: 0 | 1) {
    this.qos = qos;
  }

  /** Publishes in the `RATE_SECOND_US` that end with this one, itself included; 0 for other packets. */
  count({ header, direction, time }: Pick<WatchedPacket, 'header' | 'direction' | 'time'>): number {
    if (direction === 'received' || packetTypeOf(header) !== 'PUBLISH') return 0;
    if (Math.min(qosOf(header), 1) !== this.qos) return 0;
    this.window.add(time);
    return this.window.sum(time);
  }
}

/** Tells of the first publish of each second that is over the rate. */
function rateOf(qos: 0 | 1): SessionRule {
  const limit = PUBLISH_RATES[qos];
  const rule = qos === 0 ? 'publish-rate-qos-0-platform' : 'publish-rate-qos-1-platform';
  const rate = new PublishRate(qos);
  let toldAt = Number.NEGATIVE_INFINITY;
  return (packet) => {
    const { time } = packet;
    if (rate.count(packet) <= limit || time - toldAt < SECOND_US) return fine;
    toldAt = time;
    return [{ rule, values: { limit } }];
  };
}

/** Both rates; what is over them is lost without a word (D-30527). */
export function publishRates(): SessionRule {
  const rules = [rateOf(0), rateOf(1)];
  return (packet, content) => rules.flatMap((rule) => rule(packet, content));
}
