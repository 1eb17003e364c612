import { IconAlertCircleFilled, IconAlertTriangleFilled, IconBulb } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/contract/packets.ts';
import { findingTexts } from '../i18n/finding-texts.ts';
import classes from './finding-view.module.css';

const icons = {
  error: IconAlertCircleFilled,
  warning: IconAlertTriangleFilled,
  hint: IconBulb,
} as const;

interface Props {
  readonly finding: Finding;
  /** Where and how often it was found, at the end of the first line. */
  readonly where?: ReactNode;
}

/** What is wrong, why, what to do about it, and the document that says so. */
export function FindingView({ finding, where }: Props) {
  const { t } = useTranslation();
  const { severity, source } = finding;
  const { what, why, todo } = findingTexts(finding);
  const Icon = icons[severity];
  return (
    <div className={classes.finding} data-severity={severity}>
      <Icon size={15} role="img" aria-label={t(`problems.severity.${severity}`)} />
      <div className={classes.body}>
        <div className={classes.head}>
          <strong>{what}</strong>
          {where && <span className={classes.where}>{where}</span>}
        </div>
        <p>{why}</p>
        <p>
          <b>{t('problems.todo')}</b> {todo}
        </p>
        {source && <p className={classes.source}>{t('problems.source', { source })}</p>}
      </div>
    </div>
  );
}
