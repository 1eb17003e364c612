import { IconAlertCircleFilled, IconAlertTriangleFilled, IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/contract/packets.ts';
import { i18n, textFor } from '../i18n/setup.ts';
import classes from './finding-view.module.css';

const icons = {
  error: IconAlertCircleFilled,
  warning: IconAlertTriangleFilled,
  hint: IconBulb,
} as const;

/** Diagnosis and decoder keep their texts apart; both name them by rule. */
function keyOf(rule: string): string {
  return i18n.exists(`findings.${rule}.what`) ? `findings.${rule}` : `mqttFindings.${rule}`;
}

/** What is wrong, why, what to do about it, and the document that says so. */
export function FindingView({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { severity, rule, values, source } = finding;
  const Icon = icons[severity];
  const key = keyOf(rule);
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
