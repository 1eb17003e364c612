import { Button, Switch, UnstyledButton } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { REPLIES_WAITING_MAX, type ReplyError } from '../../shared/contract/auto-replies.ts';
import type { TripleTarget } from '../../shared/contract/devices.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { matchesFilter } from '../../shared/mqtt/topic-filter.ts';
import { ask } from '../bridge.ts';
import { formatCount } from '../components/format.ts';
import { Warnings } from '../components/warnings.tsx';
import classes from './replies.module.css';
import { replyName } from './reply-name.ts';
import type { ReplyRow } from './reply-rows.ts';

interface Props {
  readonly row: ReplyRow;
  readonly isChosen: boolean;
  readonly session: Session;
  readonly target: TripleTarget;
  onChoose(): void;
  onToggle(enabled: boolean): void;
}

/** Where the requests of a row come, as a filter to subscribe to. */
function filterOf({ trigger, service }: ReplyRow, target: TripleTarget): string {
  const own = `/sys/${target.productKey}/${target.deviceName}`;
  if (trigger === 'rrpc') return `${own}/rrpc/request/+`;
  if (trigger === 'property-set') return `${own}/thing/service/property/set`;
  return `${own}/thing/service/${service || '+'}`;
}

function errorText({ code, detail }: ReplyError, t: TFunction, language: string): string {
  return code === 'too-many'
    ? t('replies.tooMany', { number: formatCount(REPLIES_WAITING_MAX, language) })
    : t('replies.notSent', { reason: t(`errors.${code}`), detail });
}

/** One request of the cloud: whether it is answered, how often it was, and what went wrong last. */
export function ReplyItem({ row, isChosen, session, target, onChoose, onToggle }: Props) {
  const { t, i18n } = useTranslation();
  const name = replyName(row, t);
  const { enabled, saved, delayMs } = row;
  const filter = filterOf(row, target);
  const listens = session.subscriptions.some(
    ({ filter: one, granted }) =>
      granted !== null && granted < 128 && (one === filter || matchesFilter(one, filter)),
  );
  const isDeaf = enabled && session.state.status === 'connected' && !listens;
  return (
    <li className={classes.item} data-chosen={isChosen || undefined}>
      <div className={classes.line}>
        <Switch
          size="xs"
          aria-label={t('replies.answer', { name })}
          checked={enabled}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
        <UnstyledButton
          className={classes.name ?? ''}
          aria-current={isChosen || undefined}
          onClick={onChoose}
        >
          <span className="ellipsis">{name}</span>
          {delayMs > 0 && (
            <span className={classes.fact}>
              {t('replies.after', { number: formatCount(delayMs, i18n.language) })}
            </span>
          )}
          <span className={classes.fact}>
            {saved !== null &&
              saved.sent > 0 &&
              t('replies.sent', { number: formatCount(saved.sent, i18n.language) })}
          </span>
        </UnstyledButton>
      </div>
      {saved?.error != null && (
        <span className={classes.error} role="status">
          {errorText(saved.error, t, i18n.language)}
        </span>
      )}
      {isDeaf && (
        <div className={classes.deaf}>
          <Warnings texts={[t('replies.notSubscribed')]} />
          <Button
            variant="default"
            size="compact-xs"
            // Its outcome stands in the list of subscriptions.
            onClick={() =>
              void ask('sessions.subscribe', { sessionId: session.id, filter, qos: 1 }).catch(
                () => undefined,
              )
            }
          >
            {t('replies.subscribe')}
          </Button>
        </div>
      )}
    </li>
  );
}
