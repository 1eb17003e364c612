import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Failure } from '../components/failure.tsx';
import { textFor } from '../i18n/setup.ts';
import { useApp } from '../stores/use-app.ts';
import type { FilterText } from '../stores/view/filter-text.ts';
import { packetsOf, type View } from '../stores/view/view.ts';
import classes from './timeline.module.css';

interface Props {
  readonly view: View;
  readonly captureId: string;
  readonly filterText: FilterText;
}

/** What is said where there are no rows, and why there are none. */
export function NoRows({ view, captureId, filterText }: Props) {
  const { t } = useTranslation();
  const live = useApp(({ captures }) => captures.find(({ id }) => id === captureId)?.live ?? true);
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
  return filteredOut ? (
    <div className={classes.empty}>
      <strong>{t('timeline.filteredOut')}</strong>
      {live && <span>{t('timeline.filteredOutHint')}</span>}
      <Button variant="default" onClick={() => filterText.set('')}>
        {t('timeline.clearFilter')}
      </Button>
    </div>
  ) : (
    <div className={classes.empty}>
      <strong>{t(live ? 'timeline.nothingYet' : 'timeline.holdsNothing')}</strong>
      {live && <span>{t('timeline.nothingYetHint')}</span>}
    </div>
  );
}
