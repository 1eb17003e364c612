import type { TFunction } from 'i18next';
import type { ReplyRow } from './reply-rows.ts';

/** What a reply answers, for people. */
export function replyName({ trigger, service }: ReplyRow, t: TFunction): string {
  if (trigger !== 'service') return t(`replies.triggers.${trigger}`);
  return service === '' ? t('replies.anyService') : t('replies.service', { service });
}
