import {
  type AutoReplyDraft,
  type AutoReplyState,
  type AutoReplyTrigger,
  initialAutoReply,
} from '../../shared/contract/auto-replies.ts';

/** A request of the cloud that can be answered by itself, and how, whether it was saved or not. */
export interface ReplyRow extends AutoReplyDraft {
  /** Of trigger and service. */
  readonly key: string;
  /** null while it has never been saved: it is off. */
  readonly saved: AutoReplyState | null;
}

export const rowKey = (trigger: AutoReplyTrigger, service: string): string =>
  `${trigger} ${service}`;

function freshRow(trigger: AutoReplyTrigger, service: string): ReplyRow {
  return { ...initialAutoReply, key: rowKey(trigger, service), trigger, service, saved: null };
}

/**
 * One row per request: property set, the services by name, any other service, RRPC.
 *
 * @param services the thing model's, and those the user is about to add
 */
export function replyRows(
  saved: readonly AutoReplyState[],
  services: readonly string[],
): ReplyRow[] {
  const known = new Map(
    saved.map((state): [string, ReplyRow] => {
      const { trigger, service, enabled, delayMs, payload } = state;
      const key = rowKey(trigger, service);
      return [key, { key, trigger, service, enabled, delayMs, payload, saved: state }];
    }),
  );
  const named = saved.filter(({ service }) => service !== '').map(({ service }) => service);
  return [
    freshRow('property-set', ''),
    ...[...new Set([...services, ...named])].sort().map((service) => freshRow('service', service)),
    freshRow('service', ''),
    freshRow('rrpc', ''),
  ].map((fresh) => known.get(fresh.key) ?? fresh);
}
