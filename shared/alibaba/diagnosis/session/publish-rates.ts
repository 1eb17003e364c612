import { packetTypeOf, qosOf } from '../../../mqtt/packet-types.ts';
import { fine, type SessionRule } from './session-rule.ts';

const SECOND_US = 1_000_000;

/** Publishes a second that the platform takes of one device, by QoS (D-30527). */
export const PUBLISH_RATES = { 0: 30, 1: 10 } as const;

/** Tells of the first publish of each second that is over the rate. */
function rateOf(qos: 0 | 1): SessionRule {
  const limit = PUBLISH_RATES[qos];
  const rule = qos === 0 ? 'publish-rate-qos-0-platform' : 'publish-rate-qos-1-platform';
  let times: number[] = [];
  let toldAt = Number.NEGATIVE_INFINITY;
  return ({ header, direction, time }) => {
    if (direction === 'received' || packetTypeOf(header) !== 'PUBLISH' || qosOf(header) !== qos) {
      return fine;
    }
    times = [...times.slice(-limit), time];
    const oldest = times[0] ?? time;
    const over = times.length > limit && time - oldest < SECOND_US;
    if (!over || time - toldAt < SECOND_US) return fine;
    toldAt = time;
    return [{ rule, values: { limit } }];
  };
}

/** Both rates; what is over them is lost without a word (D-30527). */
export function publishRates(): SessionRule {
  const rules = [rateOf(0), rateOf(1)];
  return (packet, content) => rules.flatMap((rule) => rule(packet, content));
}
