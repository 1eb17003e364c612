import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Session } from '../../shared/contract/sessions.ts';
import { useProgress } from '../stores/progress.ts';
import { markSeen, seenStore } from '../stores/unseen.ts';
import { useProblems } from '../stores/use-problems.ts';
import classes from './header.module.css';

interface Props {
  readonly session: Session;
  readonly isFront: boolean;
  /** Of the element that says the badges in words. */
  readonly descriptionId: string;
}

/** What a session's tab says beside its name: problems, and packets that came while it was behind. */
export function TabBadges({ session, isFront, descriptionId }: Props) {
  const { t, i18n } = useTranslation();
  const { captureId } = session;
  const packets = useProgress(session.id, (progress) => progress.packets) ?? 0;
  const found = useProblems(captureId)?.problems ?? [];
  const problems = found.filter(({ finding }) => finding.severity !== 'hint').length;
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
      {problems > 0 && (
        <span className={classes.problemBadge} title={t('app.problemsFound', { count: problems })}>
          <IconAlertTriangle size={12} aria-hidden />
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
