import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/contract/packets.ts';
import { findingTexts } from '../i18n/finding-texts.ts';
import { FindingReasons } from './finding-reasons.tsx';
import classes from './finding-view.module.css';
import { SeverityIcon } from './severity-icon.tsx';

/** What is wrong, why, what to do about it, and the document that says so. */
export function FindingView({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { severity } = finding;
  return (
    <div className={classes.finding}>
      <SeverityIcon severity={severity} size={15} label={t(`problems.severity.${severity}`)} />
      <div className={classes.body}>
        <strong>{findingTexts(finding).what}</strong>
        <FindingReasons finding={finding} />
      </div>
    </div>
  );
}
