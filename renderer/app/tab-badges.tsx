import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ProblemList } from '../../shared/contract/problems.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { SeverityIcon, severityColor } from '../components/severity-icon.tsx';
import { useProgress } from '../stores/progress.ts';
import { worstOf } from '../stores/row-findings.ts';
import { markSeen, seenStore } from '../stores/unseen.ts';
import { useKnownProblems, useProblems } from '../stores/use-problems.ts';
import classes from './header.module.css';

interface Props {
  readonly captureId: string;
  /** null for a capture of the past. */
  readonly session: Session | null;
  readonly isFront: boolean;
  /** Of the element that says the badges in words. */
  readonly descriptionId: string;
}

/** What a tab says beside its name: problems, and packets that came while it was behind. */
export function TabBadges({ session, captureId, isFront, descriptionId }: Props) {
  return session ? (
    <SessionBadges session={session} isFront={isFront} descriptionId={descriptionId} />
  ) : (
    <PastBadges captureId={captureId} descriptionId={descriptionId} />
  );
}

/** A capture of the past is not searched for problems because its tab is there. */
function PastBadges({ captureId, descriptionId }: Pick<Props, 'captureId' | 'descriptionId'>) {
  return <Badges found={useKnownProblems(captureId)} unseen={0} descriptionId={descriptionId} />;
}

interface SessionProps extends Pick<Props, 'isFront' | 'descriptionId'> {
  readonly session: Session;
}

function SessionBadges({ session, isFront, descriptionId }: SessionProps) {
  const { captureId } = session;
  const packets = useProgress(session.id, (progress) => progress.packets) ?? 0;
  const found = useProblems(captureId);
  const seen = useStore(seenStore, (state) => state.packets[captureId]);
  const unseen = isFront || seen === undefined ? 0 : packets - seen;
  const latest = useRef(packets);
  latest.current = packets;

  useEffect(() => {
    const mark = () => markSeen(captureId, latest.current);
    mark();
    // Seen is what there was when the tab left the front.
    return isFront ? mark : undefined;
  }, [captureId, isFront]);

  return <Badges found={found} unseen={unseen} descriptionId={descriptionId} />;
}

interface BadgesProps extends Pick<Props, 'descriptionId'> {
  /** null while it is not known. */
  readonly found: ProblemList | null;
  /** Packets. */
  readonly unseen: number;
}

function Badges({ found, unseen, descriptionId }: BadgesProps) {
  const { t, i18n } = useTranslation();
  const severities = (found?.problems ?? []).map(({ finding }) => finding.severity);
  const problems = severities.filter((severity) => severity !== 'hint').length;
  const worst = worstOf(severities);
  const short = useMemo(
    () => new Intl.NumberFormat(i18n.language, { notation: 'compact' }),
    [i18n.language],
  );
  const words = [
    ...(problems > 0 ? [t('app.problemsFound', { count: problems })] : []),
    ...(unseen > 0 ? [t('app.unseen', { count: unseen })] : []),
  ].join(', ');
  return (
    <>
      {problems > 0 && worst !== null && (
        <span
          className={classes.problemBadge}
          style={{ color: severityColor(worst) }}
          title={t('app.problemsFound', { count: problems })}
        >
          <SeverityIcon severity={worst} size={12} />
          <span aria-hidden>{problems}</span>
        </span>
      )}
      {unseen > 0 && (
        <span className={classes.unseenBadge} title={t('app.unseen', { count: unseen })}>
          <span aria-hidden>{short.format(unseen)}</span>
        </span>
      )}
      <span id={descriptionId} hidden>
        {words}
      </span>
    </>
  );
}
