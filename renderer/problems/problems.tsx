import { useTranslation } from 'react-i18next';
import type { Session } from '../../shared/contract/sessions.ts';
import { FindingView } from '../components/finding-view.tsx';
import { useApp } from '../stores/use-app.ts';
import classes from './problems.module.css';
import { problemsOf } from './session-problems.ts';

interface Props {
  /** null for a capture without a session. */
  readonly session: Session | null;
  readonly captureId: string;
  onSelect(row: number): void;
}

/** What is wrong with the session, each with why and what to try. */
export function Problems({ session }: Props) {
  const { t } = useTranslation();
  const device = useApp(({ devices }) => devices.find(({ id }) => id === session?.deviceId));
  const problems = session && device ? problemsOf(session, device.target) : [];
  return (
    <section className={classes.problems} aria-label={t('problems.region')}>
      {problems.length === 0 && (
        <div className={classes.none}>
          <strong>{t(session ? 'problems.none' : 'problems.noSession')}</strong>
          <span>{t(session ? 'problems.noneHint' : 'problems.noSessionHint')}</span>
        </div>
      )}
      <ul className={classes.list}>
        {problems.map(({ about, subject, finding }) => (
          <li key={`${about} ${subject} ${finding.rule}`}>
            <div className={classes.about}>
              {t(`problems.${about}`)} <code>{subject}</code>
            </div>
            <FindingView finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  );
}
