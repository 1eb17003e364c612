import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Repeat } from '../../shared/contract/sessions.ts';
import { formatCount, formatDuration } from '../components/format.ts';
import { useProgress } from '../stores/progress.ts';
import classes from './repeat-list.module.css';

interface Props {
  readonly sessionId: string;
  onStop(repeatId: string): void;
  onStopAll(): void;
}

/** The messages that are published again and again, and those that have been. */
export function RepeatList({ sessionId, onStop, onStopAll }: Props) {
  const { t } = useTranslation();
  const repeats = useProgress(sessionId, (progress) => progress.repeats) ?? [];
  if (repeats.length === 0) return null;
  return (
    <div className={classes.repeats}>
      {repeats.length > 1 && (
        <div className={classes.all}>
          <span>{t('publish.repeats')}</span>
          <Button variant="default" size="compact-xs" onClick={onStopAll}>
            {t('publish.stopAll')}
          </Button>
        </div>
      )}
      <ul className={classes.list} aria-label={t('publish.repeats')}>
        {repeats.map((repeat) => (
          <RepeatRow key={repeat.id} repeat={repeat} onStop={() => onStop(repeat.id)} />
        ))}
      </ul>
    </div>
  );
}

function RepeatRow({ repeat, onStop }: { repeat: Repeat; onStop(): void }) {
  const { t, i18n } = useTranslation();
  const { message, everySeconds, count, jitterMs, published, finished, error, reply } = repeat;
  const localized = (number: number) => formatCount(number, i18n.language);
  return (
    <li className={classes.repeat}>
      <span className={classes.topic} title={message.topic}>
        <bdi dir="ltr">{message.topic}</bdi>
      </span>
      <span className={classes.plan}>
        {t(jitterMs === undefined ? 'publish.repeat' : 'publish.repeatJitter', {
          qos: message.qos,
          seconds: everySeconds,
          jitter: jitterMs ?? 0,
        })}
        {' · '}
        {count === undefined
          ? t('publish.sent', { number: localized(published) })
          : t('publish.sentOf', { number: localized(published), total: localized(count) })}
        {reply && (
          <>
            {' · '}
            <span className={reply.isSuccess === false ? classes.refused : ''}>
              {t('publish.lastReply', { code: reply.code ?? '✓' })}
              {reply.milliseconds !== null && `, ${formatDuration(reply.milliseconds)}`}
            </span>
          </>
        )}
      </span>
      <Button variant="default" size="compact-xs" onClick={onStop}>
        {t(finished ? 'publish.remove' : 'publish.stop')}
      </Button>
      {error !== null && (
        <span className={classes.error}>
          {t('publish.repeatFailed', { reason: t(`errors.${error.code}`), detail: error.detail })}
        </span>
      )}
    </li>
  );
}
