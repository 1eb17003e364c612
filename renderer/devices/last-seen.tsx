import { useTranslation } from 'react-i18next';
import { formatAgo } from '../components/format-ago.ts';
import { useNow } from '../components/use-now.ts';
import classes from './devices-pane.module.css';

const MINUTE = 60_000;

/** When a device was last connected, in milliseconds since the epoch. */
export function LastSeen({ at }: { at: number }) {
  const { t, i18n } = useTranslation();
  const now = useNow(true, MINUTE);
  const exact = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <span className={classes.lastSeen} title={t('devices.lastSeen', { time: exact.format(at) })}>
      <span>{formatAgo(now - at, i18n.language)}</span>
    </span>
  );
}
