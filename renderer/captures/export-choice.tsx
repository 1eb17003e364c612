import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount } from '../components/format.ts';
import { useBookmarks } from '../stores/bookmarks.ts';
import { chosenFilter, rangesTerm } from '../stores/view/row-ranges.ts';
import { useChosenRanges, useSelectedRow } from '../stores/view/selection.ts';
import { useChosen } from '../stores/view/use-chosen.ts';
import { packetsOf, type View } from '../stores/view/view.ts';
import { ExportItems } from './export-items.tsx';

type Choice = 'all' | 'shown' | 'chosen' | 'bookmarked';

interface Props {
  readonly captureId: string;
  readonly view: View;
}

/**
 * Which packets to export, and as what. Several that were chosen come first, or what the filter in force
 * shows: who looks at a part of a capture means that part. The one that the details show can be had
 * too, whether the filter shows it or not. The choice lasts as long as the menu is open.
 */
export function ExportChoice({ captureId, view }: Props) {
  const { t, i18n } = useTranslation();
  const state = useStore(view.store);
  const bookmarks = useBookmarks(captureId).length;
  const [chosen, setChosen] = useState<Choice | null>(null);
  const { filter, searching, total } = state;
  const format = (value: number) => formatCount(value, i18n.language);
  const ranges = useChosenRanges(captureId);
  const several = useChosen(captureId, view);
  const row = useSelectedRow(captureId);
  const choice = chosen ?? (ranges.length > 0 ? 'chosen' : filter === '' ? 'all' : 'shown');
  function numberChosen(): string {
    if (row === null) return t('captures.export.noneChosen');
    if (ranges.length === 0) return format(1);
    return several ? format(several.count) : t('captures.export.searching');
  }
  const shown = searching ? t('captures.export.searching') : format(total);
  const options: readonly { value: Choice; number: string; filter: string; disabled: boolean }[] = [
    { value: 'all', number: format(packetsOf(state)), filter: '', disabled: false },
    {
      value: 'shown',
      number: filter === '' ? t('captures.export.noFilter') : shown,
      filter,
      disabled: filter === '',
    },
    {
      value: 'chosen',
      number: numberChosen(),
      filter:
        ranges.length > 0
          ? chosenFilter(filter, ranges)
          : rangesTerm([{ first: row ?? 0, last: row ?? 0 }]),
      disabled: row === null,
    },
    {
      value: 'bookmarked',
      number: bookmarks === 0 ? t('captures.export.noBookmarks') : format(bookmarks),
      filter: 'is:bookmarked',
      disabled: bookmarks === 0,
    },
  ];
  return (
    <>
      <Menu.Label>{t('captures.export.which')}</Menu.Label>
      <Menu.RadioGroup value={choice} onChange={(value) => setChosen(value as Choice)}>
        {options.map(({ value, number, disabled }) => (
          <Menu.RadioItem key={value} value={value} disabled={disabled}>
            {t(`captures.export.of.${value}`, { number })}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <ExportItems
        captureId={captureId}
        filter={options.find(({ value }) => value === choice)?.filter ?? ''}
      />
    </>
  );
}
