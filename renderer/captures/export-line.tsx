import { Button, Progress } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Export } from '../../shared/contract/transfers.ts';
import { formatBytes, formatCount } from '../components/format.ts';
import { discardExport, exportUrl } from '../stores/exports.ts';
import classes from './captures.module.css';
import { FailedLine, ReadyLine } from './finished-line.tsx';

/** One export: how far it is, where to get it again, or why it failed. */
export function ExportLine({ file }: { file: Export }) {
  const { t, i18n } = useTranslation();
  const { id, name, filter, state, packets, captured, connects, done, total, size, failure } = file;
  const number = (value: number) => formatCount(value, i18n.language);
  const discard = () => discardExport(id);
  if (state === 'running') {
    const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
    return (
      <div className={classes.export}>
        <IconDownload size={14} aria-hidden />
        <span className="ellipsis">{t('captures.export.running', { name })}</span>
        <Progress
          className={classes.progress}
          value={percent}
          transitionDuration={0}
          aria-label={t('captures.export.progress')}
        />
        <span className="figures">{percent} %</span>
        <Button variant="default" size="compact-xs" onClick={discard}>
          {t('captures.cancel')}
        </Button>
      </div>
    );
  }
  if (state !== 'ready') {
    return (
      <FailedLine name={name} failure={failure} onDismiss={discard}>
        {t(state === 'failed' ? 'captures.export.failed' : 'captures.export.cancelled', { name })}
      </FailedLine>
    );
  }
  return (
    <ReadyLine
      name={name}
      href={exportUrl(file)}
      title={filter === '' ? name : `${name}: ${filter}`}
      more={
        connects > 0 && (
          <span>
            {t('captures.export.connects', { count: connects, number: number(connects) })}
          </span>
        )
      }
      onDismiss={discard}
    >
      {t('captures.export.ready', {
        name,
        size: formatBytes(size),
        count: captured,
        packets: number(packets),
        captured: number(captured),
      })}
    </ReadyLine>
  );
}
