import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount } from '../components/format.ts';
import { clearedIn, withCleared } from '../stores/view/filter-floor.ts';
import type { FilterText } from '../stores/view/filter-text.ts';
import { packetsOf, type View } from '../stores/view/view.ts';
import classes from './packets-shown.module.css';

interface Props {
  readonly view: View;
  readonly filterText: FilterText;
  /** The selected row of the capture if the filter does not show it. */
  readonly hiddenRow: number | null;
}

/** How many packets of the capture the filter shows, and how far it has come. */
export function PacketsShown({ view, filterText, hiddenRow }: Props) {
  const { t, i18n } = useTranslation();
  const state = useStore(view.store);
  const { filter, search, searching, total } = state;
  const format = (value: number) => formatCount(value, i18n.language);
  const packets = format(packetsOf(state));
  const stopped = search?.error ?? null;
  const percent = Math.floor((100 * (search?.searched ?? 0)) / Math.max(1, search?.packets ?? 0));
  const cleared = useMemo(() => clearedIn(filter), [filter]);
  const hiddenHint = t('timeline.hiddenHint', { number: format((hiddenRow ?? 0) + 1) });
  return (
    <div className={classes.shown}>
      {/* Read aloud when asked for: it changes with every packet. */}
      <span role="status" aria-live="off" aria-label={t('timeline.shown')}>
        {filter === '' ? packets : t('timeline.shownOf', { total: format(total), packets })}
        {searching && stopped === null && ` · ${t('timeline.searched', { percent })}`}
      </span>
      {searching && stopped === null && (
        <Button variant="default" size="compact-xs" onClick={() => filterText.stop()}>
          {t('timeline.stopSearch')}
        </Button>
      )}
      {cleared > 0 && (
        <Button
          variant="default"
          size="compact-xs"
          title={t('timeline.clearedHint', { number: format(cleared) })}
          onClick={() => filterText.set(withCleared(filter, 0))}
        >
          {t('timeline.clearedBelow', { number: format(cleared) })}
        </Button>
      )}
      {hiddenRow !== null && filter !== '' && (
        <span role="status" className={classes.hidden} title={hiddenHint}>
          <span aria-hidden>{t('timeline.hidden', { number: format(hiddenRow + 1) })}</span>
          <span className="visually-hidden">{hiddenHint}</span>
        </span>
      )}
    </div>
  );
}
