import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/contract/packets.ts';
import { findingTexts } from '../i18n/finding-texts.ts';
import classes from './finding-view.module.css';
import { RuleSource } from './rule-source.tsx';

/** Why a finding is one, what to do about it, and the document that says so. */
export function FindingReasons({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { why, todo } = findingTexts(finding);
  return (
    <div className={classes.reasons}>
      <p>{why}</p>
      <p>
        <b>{t('problems.todo')}</b> {todo}
      </p>
      {finding.source && <RuleSource source={finding.source} />}
    </div>
  );
}
