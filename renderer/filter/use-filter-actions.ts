import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../stores/actions.ts';
import { useActions } from '../stores/use-actions.ts';
import type { FilterText } from '../stores/view/filter-text.ts';
import { useKeptFilters } from './use-kept-filters.ts';

/** Offers the saved filters as commands. */
export function useFilterActions(filterText: FilterText): void {
  const { t } = useTranslation();
  const { saved } = useKeptFilters();
  const actions = useMemo(
    () =>
      saved.map(
        ({ filter, name }): Action => ({
          id: `filter-${filter}`,
          group: 'packets',
          label: t('palette.actions.filter', { name: name === '' ? filter : name }),
          run: () => filterText.set(filter),
        }),
      ),
    [t, saved, filterText],
  );
  useActions(actions);
}
