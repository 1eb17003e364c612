import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { explainCause } from '../../shared/alibaba/diagnosis/explain-cause.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { FindingView } from '../components/finding-view.tsx';
import { useApp } from '../stores/use-app.ts';
import { useKnownProblems } from '../stores/use-problems.ts';
import classes from './problems.module.css';

interface Props {
  /** null for a capture without a session. */
  readonly session: Session | null;
  readonly captureId: string;
  onSelect(row: number): void;
}

/** What is wrong with the session or the capture, each with why, what to try, and the packet. */
export function Problems({ session, captureId, onSelect }: Props) {
  const { t, i18n } = useTranslation();
  const list = useKnownProblems(captureId);
  const problems = list?.problems ?? [];
  // A refused CONNACK is found in its packet too, and there it can be shown.
  const inPackets = new Set(problems.map(({ finding }) => finding.rule));
  const causes = useConnectionFindings(session).filter(({ rule }) => !inPackets.has(rule));
  const number = new Intl.NumberFormat(i18n.language);
  const searching = list !== null && list.checked < list.packets;
  return (
    <section className={classes.problems} aria-label={t('problems.region')}>
      {causes.length + problems.length === 0 && (
        <div className={classes.none}>
          <strong>{t(searching ? 'problems.searching' : 'problems.none')}</strong>
          <span>{t('problems.noneHint')}</span>
        </div>
      )}
      <ul className={classes.list}>
        {causes.map((finding) => (
          <li key={finding.rule}>
            <FindingView
              finding={finding}
              where={
                <>
                  {t('problems.connection')} <code>{session?.endpoint}</code>
                </>
              }
            />
          </li>
        ))}
        {problems.map((problem) => (
          <li key={`${problem.finding.rule} ${problem.firstRow}`}>
            <FindingView
              finding={problem.finding}
              where={
                <>
                  <code>{problem.subject}</code>{' '}
                  <PacketLink row={problem.firstRow} onSelect={onSelect} />
                  {problem.count > 1 && (
                    <Repeated
                      problem={problem}
                      count={number.format(problem.count)}
                      onSelect={onSelect}
                    />
                  )}
                </>
              }
            />
          </li>
        ))}
      </ul>
      {list !== null && list.hidden > 0 && (
        <p className={classes.hidden}>
          {t('problems.hidden', { number: number.format(list.hidden) })}
        </p>
      )}
    </section>
  );
}

/** Why the connection of a session ended, while it is not connected. */
function useConnectionFindings(session: Session | null): readonly Finding[] {
  const device = useApp(({ devices }) => devices.find(({ id }) => id === session?.deviceId));
  const state = session?.state;
  const cause = state?.status === 'waiting' || state?.status === 'closed' ? state.cause : null;
  return cause && device ? explainCause(cause, { target: device.target }) : [];
}

interface LinkProps {
  readonly row: number;
  onSelect(row: number): void;
}

function PacketLink({ row, onSelect }: LinkProps) {
  const { t } = useTranslation();
  return (
    <Anchor
      component="button"
      type="button"
      fz="inherit"
      aria-label={t('problems.packet', { number: row + 1 })}
      onClick={() => onSelect(row)}
    >
      #{row + 1}
    </Anchor>
  );
}

interface RepeatedProps {
  readonly problem: Problem;
  readonly count: string;
  onSelect(row: number): void;
}

function Repeated({ problem, count, onSelect }: RepeatedProps) {
  const { t } = useTranslation();
  return (
    <span>
      {' '}
      {t('problems.times', { count: problem.count, number: count })}{' '}
      <PacketLink row={problem.lastRow} onSelect={onSelect} />
    </span>
  );
}
