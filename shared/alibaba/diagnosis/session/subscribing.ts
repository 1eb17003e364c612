import { packetTypeOf } from '../../../mqtt/packet-types.ts';
import { fine, type SessionRule } from './session-rule.ts';

/** Filters in one SUBSCRIBE, and subscriptions of one device, that the platform takes (D-30527). */
export const FILTERS_MAX = 8;
export const SUBSCRIPTIONS_MAX = 100;

/** Too many filters in one packet, or too many subscriptions in all. */
export function subscribing(): SessionRule {
  const subscribed = new Set<string>();
  return ({ header, topic }) => {
    const type = packetTypeOf(header);
    const filters = (topic ?? '').split(', ');
    if (type === 'UNSUBSCRIBE') for (const filter of filters) subscribed.delete(filter);
    if (type !== 'SUBSCRIBE') return fine;
    for (const filter of filters) subscribed.add(filter);
    if (filters.length > FILTERS_MAX) {
      return [{ rule: 'too-many-filters-platform', values: { count: filters.length } }];
    }
    return subscribed.size > SUBSCRIPTIONS_MAX
      ? [{ rule: 'too-many-subscriptions-platform', values: { count: subscribed.size } }]
      : fine;
  };
}
