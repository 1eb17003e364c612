import { CloseButton } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { textFor } from '../i18n/setup.ts';
import { dismissNotice } from '../stores/app-store.ts';
import { dismissFailure, failureStore } from '../stores/failures.ts';
import { useApp } from '../stores/use-app.ts';
import classes from './notices.module.css';

interface BarProps {
  readonly severity: 'error' | 'warning';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** Takes the bar away; left out where only the cause can. */
  onDismiss?(): void;
}

function Bar({ severity, icon, children, onDismiss }: BarProps) {
  const { t } = useTranslation();
  const Icon = severity === 'error' ? IconAlertCircle : IconAlertTriangle;
  return (
    <div className={classes.bar} data-severity={severity} role="alert">
      {icon ?? <Icon size={16} aria-hidden />}
      <div className={classes.text}>{children}</div>
      {onDismiss && <CloseButton aria-label={t('notices.dismiss')} onClick={onDismiss} />}
    </div>
  );
}

/** What the user must know that belongs to no pane, across the top of the window. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useApp((state) => state.notices);
  const lost = useApp((state) => state.doorState === 'lost');
  const error = useStore(failureStore, (state) => state.error);
  return (
    <>
      {lost && (
        <Bar severity="warning" icon={<IconPlugConnectedX size={16} aria-hidden />}>
          {t('notices.lost')}
        </Bar>
      )}
      {error !== null && (
        <Bar severity="error" onDismiss={dismissFailure}>
          {explainError(error)}
          <details>
            <summary>{t('notices.details')}</summary>
            <code>{errorDetail(error)}</code>
          </details>
        </Bar>
      )}
      {notices.map((notice) => (
        <Bar key={notice.id} severity={notice.severity} onDismiss={() => dismissNotice(notice.id)}>
          {textFor(`notices.${notice.code}`, notice.values)}
        </Bar>
      ))}
    </>
  );
}
