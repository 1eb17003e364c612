import { packetTypeOf } from '../../../mqtt/packet-types.ts';
import { fine, type SessionRule } from './session-rule.ts';

const MINUTE_US = 60_000_000;
/** CONNECTs a minute that the platform takes of one device (D-30527). */
export const CONNECTS_A_MINUTE = 5;
/** Connections lost soon after they were accepted, in a row, that make a loop. */
const LOOP = 3;

/** More than five CONNECTs within a minute: the platform refuses the rest. */
export function connectRate(): SessionRule {
  let times: number[] = [];
  return ({ header, time }) => {
    if (packetTypeOf(header) !== 'CONNECT') return fine;
    times = [...times.slice(-CONNECTS_A_MINUTE), time];
    const over = times.length > CONNECTS_A_MINUTE && time - (times[0] ?? time) < MINUTE_US;
    return over ? [{ rule: 'connect-rate-platform', values: { limit: CONNECTS_A_MINUTE } }] : fine;
  };
}

/**
 * Accepted connections that are lost again within a minute, several times in a row: what two
 * clients with one identity do to each other ("Kicked by the same device").
 */
export function reconnectLoop(platform: boolean): SessionRule {
  const rule = platform ? 'reconnect-loop-platform' : 'reconnect-loop';
  let acceptedAt: number | null = null;
  let lost = 0;
  return ({ header, code, time }) => {
    const type = packetTypeOf(header);
    if (type === 'CONNACK' && code === 0) acceptedAt = time;
    // Who leaves by itself was not kicked.
    if (type === 'DISCONNECT') acceptedAt = null;
    if (type !== 'CONNECT') return fine;
    lost = acceptedAt !== null && time - acceptedAt < MINUTE_US ? lost + 1 : 0;
    acceptedAt = null;
    if (lost < LOOP) return fine;
    const count = lost;
    lost = 0;
    return [{ rule, values: { count } }];
  };
}
