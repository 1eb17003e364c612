import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { textFor } from '../i18n/setup.ts';
import { dismissNotice } from '../stores/app-store.ts';
import { dismissFailure, failureStore } from '../stores/failures.ts';
import { useApp } from '../stores/use-app.ts';
import { NoticeBar } from './notice-bar.tsx';
import { RecordingStopped } from './recording-stopped.tsx';

/** What the user must know that belongs to no pane, across the top of the window. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useApp((state) => state.notices);
  const lost = useApp((state) => state.doorState === 'lost');
  const error = useStore(failureStore, (state) => state.error);
  return (
    <>
      {lost && (
        <NoticeBar severity="warning" icon={<IconPlugConnectedX size={16} aria-hidden />}>
          {t('notices.lost')}
        </NoticeBar>
      )}
      {error !== null && (
        <NoticeBar severity="error" onDismiss={dismissFailure}>
          {explainError(error)}
          <details>
            <summary>{t('notices.details')}</summary>
            <code>{errorDetail(error)}</code>
          </details>
        </NoticeBar>
      )}
      {notices.map((notice) =>
        notice.code === 'recording-stopped' ? (
          <RecordingStopped key={notice.id} notice={notice} />
        ) : (
          <NoticeBar
            key={notice.id}
            severity={notice.severity}
            onDismiss={() => dismissNotice(notice.id)}
          >
            {textFor(`notices.${notice.code}`, notice.values)}
          </NoticeBar>
        ),
      )}
    </>
  );
}
