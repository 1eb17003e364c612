import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../shared/contract/transfers.ts';
import { formatCount } from '../components/format.ts';
import classes from './captures.module.css';

/** Counts of what is missing in the capture. */
const missing = [
  'gaps',
  'skippedBytes',
  'truncatedFrames',
  'unreadableFrames',
  'fragments',
  'encryptedConnections',
  'compressedMessages',
  'abandonedConnections',
  'lostComments',
  'cut',
] as const;
/** Counts of what came along, and of what was left out and is not missed. */
const besides = ['bookmarks', 'otherFrames', 'retransmissions'] as const;

/** What an import took, and what it could not. */
export function ImportResult({ report, onClose }: { report: ImportReport; onClose(): void }) {
  const { t, i18n } = useTranslation();
  const textOf = (key: (typeof missing | typeof besides)[number] | 'packets' | 'connections') =>
    t(`captures.import.counts.${key}`, {
      count: report[key],
      number: formatCount(report[key], i18n.language),
    });
  const lost = missing.filter((key) => report[key] > 0);
  const others = besides.filter((key) => report[key] > 0);
  return (
    <div className={classes.form}>
      <div role="status">
        <p className={classes.outcome}>
          <IconCheck size={14} className={classes.done} aria-hidden />
          {t('captures.import.done', {
            packets: textOf('packets'),
            connections: textOf('connections'),
          })}
        </p>
        {lost.length > 0 && (
          <ul className={classes.counts}>
            {lost.map((key) => (
              <li key={key}>
                <IconAlertTriangle size={14} aria-hidden />
                {textOf(key)}
              </li>
            ))}
          </ul>
        )}
        {others.length > 0 && (
          <p className={classes.others}>{others.map((key) => textOf(key)).join(' ')}</p>
        )}
      </div>
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          {t('captures.import.close')}
        </Button>
      </Group>
    </div>
  );
}
