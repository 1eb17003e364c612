import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Repeat } from '../../shared/contract/sessions.ts';
import classes from './publish.module.css';

interface Props {
  readonly repeats: readonly Repeat[];
  onStop(repeatId: string): void;
}

/** The messages that are published again and again. */
export function RepeatList({ repeats, onStop }: Props) {
  const { t, i18n } = useTranslation();
  if (repeats.length === 0) return null;
  return (
    <ul className={classes.repeats} aria-label={t('publish.repeats')}>
      {repeats.map(({ id, message, everySeconds, published, error }) => (
        <li key={id} className={classes.repeat}>
          <span className={classes.repeatTopic} title={message.topic}>
            <bdi dir="ltr">{message.topic}</bdi>
          </span>
          <span className={classes.reason}>
            {t('publish.repeat', {
              qos: message.qos,
              seconds: everySeconds,
              number: published.toLocaleString(i18n.language),
            })}
          </span>
          <Button variant="default" size="compact-xs" onClick={() => onStop(id)}>
            {t('publish.stop')}
          </Button>
          {error !== null && <span className={classes.error}>{error}</span>}
        </li>
      ))}
    </ul>
  );
}
