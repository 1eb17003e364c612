import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explainCause } from '../../shared/alibaba/diagnosis/explain-cause.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import type { Problem, ProblemList } from '../../shared/contract/problems.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { formatClock } from '../components/clock.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { useApp } from '../stores/use-app.ts';
import { useKnownProblems } from '../stores/use-problems.ts';
import { PacketLink, ProblemRow } from './problem-row.tsx';
import classes from './problems.module.css';
import { problemsText } from './problems-text.ts';

interface Props {
  /** null for a capture without a session. */
  readonly session: Session | null;
  readonly captureId: string;
  onSelect(row: number): void;
}

/**
 * What is wrong with the session or the capture: headlines in the order of their packets, and why and
 * what to try under the one that is chosen.
 */
export function Problems({ session, captureId, onSelect }: Props) {
  const { t, i18n } = useTranslation();
  const list = useKnownProblems(captureId);
  const problems = list?.problems ?? [];
  // A refused CONNACK is found in its packet too, and there it can be shown; that of an earlier
  // connection says nothing of this one.
  const lastRow = (list?.packets ?? 0) - 1;
  const atTheEnd = problems.filter((problem) => problem.lastRow === lastRow);
  const isInPacket = (rule: string) => atTheEnd.some(({ finding }) => finding.rule === rule);
  const causes = useConnectionFindings(session).filter(({ rule }) => !isInPacket(rule));
  const capture = useApp(({ captures }) => captures.find(({ id }) => id === captureId));
  const { label = '', endpoint = '' } = capture ?? {};
  const [chosen, setChosen] = useState<string | null>(null);
  const isOpen = (key: string) => key === (chosen ?? causes[0]?.rule);
  // An empty key is no finding's: it closes a cause, too, that was open before anything was chosen.
  const toggle = (key: string) => () => setChosen(isOpen(key) ? '' : key);
  const number = new Intl.NumberFormat(i18n.language);
  // Before there is a list, the capture is still being read.
  const percent = list === null ? 0 : percentOf(list);
  const progress = percent < 100 && t('problems.searching', { percent });
  return (
    <section className={classes.problems} aria-label={t('problems.region')}>
      {causes.length + problems.length === 0 && (
        <div className={classes.none}>
          <strong>{progress || t('problems.none')}</strong>
          <span>{t('problems.noneHint')}</span>
        </div>
      )}
      <ul className={classes.list} onKeyDown={moveFocus}>
        {causes.map((finding) => (
          <ProblemRow
            key={finding.rule}
            finding={finding}
            about=""
            place={t('problems.connection')}
            where={<code>{session?.endpoint}</code>}
            open={isOpen(finding.rule)}
            onToggle={toggle(finding.rule)}
          />
        ))}
        {problems.map((problem) => {
          const { finding, subject, firstRow, lastRow, time, count } = problem;
          const key = keyOf(problem);
          const times = { count, number: number.format(count) };
          const isInHeadline = isOneOfSeveral(problem, problems);
          return (
            <ProblemRow
              key={key}
              finding={finding}
              about={isInHeadline ? subject : ''}
              place={
                <>
                  {count > 1 && <span>{t('problems.count', times)}</span>}
                  <time title={dateTime(time, i18n.language)}>{formatClock(time)}</time>
                  <PacketLink row={firstRow} onSelect={onSelect} />
                </>
              }
              where={
                <>
                  {!isInHeadline && <code>{subject}</code>}{' '}
                  {count > 1 && (
                    <>
                      {t('problems.times', times)} <PacketLink row={lastRow} onSelect={onSelect} />
                    </>
                  )}
                </>
              }
              open={isOpen(key)}
              onToggle={toggle(key)}
            />
          );
        })}
      </ul>
      {causes.length + problems.length > 0 && (
        <div className={classes.foot}>
          <CopyButton
            text={() =>
              problemsText({ label, endpoint, causes, problems, hidden: list?.hidden ?? 0 })
            }
            name={t('problems.copyAll')}
            label={t('problems.copyAll')}
          />
          {progress && <span>{progress}</span>}
          {list !== null && list.hidden > 0 && (
            <span>{t('problems.hidden', { number: number.format(list.hidden) })}</span>
          )}
        </div>
      )}
    </section>
  );
}

const percentOf = ({ checked, packets }: ProblemList) =>
  packets === 0 ? 100 : Math.floor((100 * checked) / packets);

const keyOf = ({ finding, subject, firstRow }: Problem) => `${finding.rule} ${firstRow} ${subject}`;

/** Whether another problem has the same headline but for what it is about. */
function isOneOfSeveral({ finding, firstRow }: Problem, problems: readonly Problem[]): boolean {
  return problems.some(
    (other) => other.finding.rule === finding.rule && other.firstRow !== firstRow,
  );
}

/** A time with its day and its zone. */
function dateTime(microseconds: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' });
  return format.format(microseconds / 1_000);
}

/** Up and down through the headlines, as in an accordion of the ARIA practices. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const headlines = [...event.currentTarget.querySelectorAll<HTMLElement>('[aria-expanded]')];
  const at = headlines.indexOf(event.target as HTMLElement);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: headlines.length - 1,
  };
  const to = steps[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  headlines[to]?.focus();
}

/** Why the connection of a session ended, while it is not connected. */
function useConnectionFindings(session: Session | null): readonly Finding[] {
  const device = useApp(({ devices }) => devices.find(({ id }) => id === session?.deviceId));
  const state = session?.state;
  const cause = state?.status === 'waiting' || state?.status === 'closed' ? state.cause : null;
  return cause && device ? explainCause(cause, { target: device.target }) : [];
}
