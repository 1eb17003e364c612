import { IconAlertCircleFilled, IconAlertTriangleFilled, IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/contract/packets.ts';
import { textFor } from '../i18n/setup.ts';
import classes from './finding-view.module.css';

const icons = {
  error: IconAlertCircleFilled,
  warning: IconAlertTriangleFilled,
  hint: IconBulb,
} as const;

/** What is wrong, why, what to do about it, and the document that says so. */
export function FindingView({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { severity, rule, values, source } = finding;
  const Icon = icons[severity];
  const key = `findings.${rule}`;
  return (
    <div className={classes.finding} data-severity={severity}>
      <Icon size={15} role="img" aria-label={t(`problems.severity.${severity}`)} />
      <div>
        <strong>{textFor(`${key}.what`, values)}</strong>
        <p>{textFor(`${key}.why`, values)}</p>
        <p>
          <b>{t('problems.todo')}</b> {textFor(`${key}.todo`, values)}
        </p>
        {source && <p className={classes.source}>{source}</p>}
      </div>
    </div>
  );
}
