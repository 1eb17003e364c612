import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount, formatDuration } from '../components/format.ts';
import { clearedIn, withCleared } from '../stores/view/filter-floor.ts';
import type { FilterText } from '../stores/view/filter-text.ts';
import { RANGES_MAX } from '../stores/view/row-ranges.ts';
import { useSelectedRow } from '../stores/view/selection.ts';
import { useChosen } from '../stores/view/use-chosen.ts';
import { useSelectedPlace } from '../stores/view/use-selected-place.ts';
import { packetsOf, type View } from '../stores/view/view.ts';
import classes from './packets-shown.module.css';

interface Props {
  readonly captureId: string;
  readonly view: View;
  readonly filterText: FilterText;
}

/** How many packets of the capture the filter shows, and how far it has come. */
export function PacketsShown({ captureId, view, filterText }: Props) {
  const { t, i18n } = useTranslation();
  const state = useStore(view.store);
  const { filter, search, searching, reading, total } = state;
  const format = (value: number) => formatCount(value, i18n.language);
  const packets = format(packetsOf(state));
  const stopped = search?.error ?? null;
  const percent = Math.floor((100 * (search?.searched ?? 0)) / Math.max(1, search?.packets ?? 0));
  const cleared = useMemo(() => clearedIn(filter), [filter]);
  return (
    <div className={classes.shown}>
      {/* Read aloud when asked for: it changes with every packet. */}
      <span role="status" aria-live="off" aria-label={t('timeline.shown')}>
        {filter === '' ? packets : t('timeline.shownOf', { total: format(total), packets })}
        {reading !== null && ` · ${t('timeline.read', { percent: Math.floor(100 * reading) })}`}
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
      <SeveralChosen captureId={captureId} view={view} />
      {filter !== '' && <SelectedHidden captureId={captureId} view={view} />}
    </div>
  );
}

/** Says how many packets were chosen together, and how long they took. */
function SeveralChosen({ captureId, view }: Pick<Props, 'captureId' | 'view'>) {
  const { t, i18n } = useTranslation();
  const chosen = useChosen(captureId, view);
  if (chosen === null) return null;
  const { count, duration, ranges } = chosen;
  const isFull = ranges.length === RANGES_MAX;
  return (
    <span
      role="status"
      aria-label={t('timeline.chosen')}
      className={classes.chosen}
      title={t('timeline.chosenHint')}
    >
      {t('timeline.chosenCount', {
        count,
        number: formatCount(count, i18n.language),
        duration: formatDuration(duration / 1_000),
      })}
      {isFull && ` · ${t('timeline.chosenFull', { count: RANGES_MAX })}`}
    </span>
  );
}

/** Says that the selected packet is one of those which the filter hides. */
function SelectedHidden({ captureId, view }: Pick<Props, 'captureId' | 'view'>) {
  const { t, i18n } = useTranslation();
  const place = useSelectedPlace(view, useSelectedRow(captureId));
  if (place === null || place.found) return null;
  const number = formatCount(place.row + 1, i18n.language);
  const hint = t('timeline.hiddenHint', { number });
  return (
    <span role="status" className={classes.hidden} title={hint}>
      <span aria-hidden>{t('timeline.hidden', { number })}</span>
      <span className="visually-hidden">{hint}</span>
    </span>
  );
}
