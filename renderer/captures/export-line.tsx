import { Anchor, Button, CloseButton, Progress } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Export } from '../../shared/contract/transfers.ts';
import { formatBytes, formatCount } from '../components/format.ts';
import { discardExport, exportUrl } from '../stores/exports.ts';
import classes from './captures.module.css';

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
  return (
    <div className={classes.export} role={state === 'ready' ? 'status' : 'alert'}>
      {state === 'ready' ? (
        <>
          <IconCheck size={14} className={classes.done} aria-hidden />
          <span className="ellipsis" title={filter === '' ? name : `${name}: ${filter}`}>
            {t('captures.export.ready', {
              name,
              size: formatBytes(size),
              count: captured,
              packets: number(packets),
              captured: number(captured),
            })}
          </span>
          {connects > 0 && (
            <span>
              {t('captures.export.connects', { count: connects, number: number(connects) })}
            </span>
          )}
          <Anchor href={exportUrl(file)} download={name} fz="inherit" lh="inherit">
            {t('captures.export.again')}
          </Anchor>
        </>
      ) : (
        <>
          <IconAlertCircle size={14} className={classes.failed} aria-hidden />
          <span>
            {t(state === 'failed' ? 'captures.export.failed' : 'captures.export.cancelled', {
              name,
            })}
            {failure && (
              <details>
                <summary>{t('captures.details')}</summary>
                <code>{failure}</code>
              </details>
            )}
          </span>
        </>
      )}
      <CloseButton aria-label={t('captures.export.dismiss', { name })} onClick={discard} />
    </div>
  );
}
