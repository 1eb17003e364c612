import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Failure } from '../components/failure.tsx';
import { formatCount } from '../components/format.ts';
import { textFor } from '../i18n/setup.ts';
import { clearedIn, withCleared } from '../stores/view/filter-floor.ts';
import type { FilterText } from '../stores/view/filter-text.ts';
import { packetsOf, type View } from '../stores/view/view.ts';
import classes from './timeline.module.css';
import { useRecording } from './use-recording.ts';

interface Props {
  readonly view: View;
  readonly captureId: string;
  readonly filterText: FilterText;
}

/** What is said where there are no rows, and why there are none. */
export function NoRows({ view, captureId, filterText }: Props) {
  const { t } = useTranslation();
  const error = useStore(view.store, (state) => state.error);
  const searchError = useStore(view.store, (state) => state.search?.error ?? null);
  const empty = useStore(view.store, ({ status, total }) => status === 'open' && total === 0);
  const searching = useStore(view.store, (state) => state.searching);
  const filteredOut = useStore(view.store, (state) => state.filter !== '' && packetsOf(state) > 0);
  if (error || searchError !== null)
    return (
      <div className={classes.failure}>
        <Failure
          text={error ? textFor(`errors.${error.code}`) : t('timeline.searchFailed')}
          detail={error?.message ?? searchError ?? ''}
          detailLabel={t('timeline.details')}
        />
      </div>
    );
  if (!empty || searching) return null;
  return (
    <div className={classes.empty}>
      {filteredOut ? (
        <FilteredOut view={view} captureId={captureId} filterText={filterText} />
      ) : (
        <Nothing captureId={captureId} />
      )}
    </div>
  );
}

/** One of each form that a term can have: for who knows another program's filters. */
const FORMS = 'type:publish  topic:/sys/#  qos:1  code:128  rtt>200ms  is:problem  $.params.x>1';

function FilteredOut({ view, captureId, filterText }: Props) {
  const { t, i18n } = useTranslation();
  const isFinished = useRecording(captureId) === 'finished';
  const filter = useStore(view.store, (state) => state.filter);
  const packets = useStore(view.store, packetsOf);
  const cleared = clearedIn(filter);
  const isCleared = cleared > 0 && cleared >= packets;
  return (
    <>
      <strong>{t(isCleared ? 'timeline.cleared' : 'timeline.filteredOut')}</strong>
      {!isFinished && <span>{t('timeline.filteredOutHint')}</span>}
      {!isCleared && (
        <span>
          {t('timeline.filterForms')} <code>{FORMS}</code>
        </span>
      )}
      {isCleared ? (
        <Button variant="default" onClick={() => filterText.set(withCleared(filter, 0))}>
          {t('timeline.clearedBelow', { number: formatCount(cleared, i18n.language) })}
        </Button>
      ) : (
        <Button variant="default" onClick={() => filterText.set('')}>
          {t('timeline.clearFilter')}
        </Button>
      )}
    </>
  );
}

function Nothing({ captureId }: { captureId: string }) {
  const { t } = useTranslation();
  const recording = useRecording(captureId);
  const text = {
    on: t('timeline.nothingYet'),
    resting: t('timeline.nothingRecorded'),
    stopped: t('timeline.nothingKept'),
    finished: t('timeline.holdsNothing'),
  }[recording];
  const hint = {
    on: t('timeline.nothingYetHint'),
    resting: t('timeline.nothingRecordedHint'),
    stopped: t('timeline.nothingKeptHint'),
    finished: null,
  }[recording];
  return (
    <>
      <strong>{text}</strong>
      {hint && <span>{hint}</span>}
    </>
  );
}
