import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../shared/contract/events.ts';
import { ask } from '../bridge.ts';
import { unusable } from '../components/unusable.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { textFor } from '../i18n/setup.ts';
import { dismissNotice } from '../stores/app-store.ts';
import { useApp } from '../stores/use-app.ts';
import { NoticeBar } from './notice-bar.tsx';

/** Says that packets are being lost, with the way to record again while the session goes on. */
export function RecordingStopped({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const captureId = String(notice.values.captureId);
  const capture = useApp(({ captures }) => captures.find(({ id }) => id === captureId));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const live = capture?.live ?? false;
  // It records again, whichever page asked for it.
  if (live && capture?.failure === null) return null;

  async function resume() {
    setBusy(true);
    setFailure(null);
    try {
      await ask('captures.resume', { captureId });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <NoticeBar
      severity={notice.severity}
      action={
        live && (
          <Button variant="default" size="compact-sm" {...unusable(busy)} onClick={resume}>
            {t('notices.resume')}
          </Button>
        )
      }
      onDismiss={() => dismissNotice(notice.id)}
    >
      {textFor(`notices.${notice.code}`, notice.values)}
      {failure !== null && (
        <details open>
          <summary>{explainError(failure)}</summary>
          <code>{errorDetail(failure)}</code>
        </details>
      )}
    </NoticeBar>
  );
}
