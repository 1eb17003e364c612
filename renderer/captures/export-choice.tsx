import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount } from '../components/format.ts';
import { useBookmarks } from '../stores/bookmarks.ts';
import { chosenFilter } from '../stores/view/row-ranges.ts';
import { useChosen } from '../stores/view/use-chosen.ts';
import { packetsOf, type View } from '../stores/view/view.ts';
import { ExportItems } from './export-items.tsx';

type Choice = 'all' | 'shown' | 'chosen' | 'bookmarked';

interface Props {
  readonly captureId: string;
  readonly view: View;
}

/**
 * Which packets to export, and as what. Those that were chosen come first, or what the filter in force
 * shows: who looks at a part of a capture means that part. The choice lasts as long as the menu is open.
 */
export function ExportChoice({ captureId, view }: Props) {
  const { t, i18n } = useTranslation();
  const state = useStore(view.store);
  const bookmarks = useBookmarks(captureId).length;
  const [chosen, setChosen] = useState<Choice | null>(null);
  const { filter, searching, total } = state;
  const format = (value: number) => formatCount(value, i18n.language);
  const selected = useChosen(captureId, view);
  const choice = chosen ?? (selected ? 'chosen' : filter === '' ? 'all' : 'shown');
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
      number: selected ? format(selected.count) : t('captures.export.noneChosen'),
      filter: selected ? chosenFilter(filter, selected.ranges) : '',
      disabled: selected === null,
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
