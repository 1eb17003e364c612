import { CloseButton } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './notices.module.css';

interface Props {
  readonly severity: 'error' | 'warning';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
  /** Takes the bar away; left out where only the cause can. */
  onDismiss?(): void;
}

/** A line across the window. */
export function NoticeBar({ severity, icon, children, action, onDismiss }: Props) {
  const { t } = useTranslation();
  const Icon = severity === 'error' ? IconAlertCircle : IconAlertTriangle;
  return (
    <div className={classes.bar} data-severity={severity} role="alert">
      {icon ?? <Icon size={16} aria-hidden />}
      <div className={classes.text}>{children}</div>
      {action}
      {onDismiss && <CloseButton aria-label={t('notices.dismiss')} onClick={onDismiss} />}
    </div>
  );
}
