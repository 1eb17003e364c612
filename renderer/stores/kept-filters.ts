import { FILTER_TEXT_MAX, RECENT_FILTERS_MAX } from '../../shared/contract/filters.ts';
import { appStore } from './app-store.ts';
import { setPreferences } from './preferences.ts';
import { withCleared } from './view/filter-floor.ts';

const kept = () => appStore.getState().preferences;

/**
 * Remembers a filter as the one used last. Where a timeline was cleared is left out: that number is
 * of one capture.
 */
export function rememberFilter(used: string): void {
  const filter = withCleared(used, 0);
  const { recentFilters } = kept();
  if (filter === '' || filter.length > FILTER_TEXT_MAX || filter === recentFilters[0]) return;
  const others = recentFilters.filter((each) => each !== filter);
  setPreferences({ recentFilters: [filter, ...others].slice(0, RECENT_FILTERS_MAX) });
}

/** Takes a filter out of those that were used. */
export function forgetRecentFilter(filter: string): void {
  setPreferences({ recentFilters: kept().recentFilters.filter((each) => each !== filter) });
}

/** Keeps a filter, or gives one that is kept another name; an empty name is none. */
export function saveFilter(filter: string, name: string): void {
  const { savedFilters } = kept();
  const isKept = savedFilters.some((each) => each.filter === filter);
  setPreferences({
    savedFilters: isKept
      ? savedFilters.map((each) => (each.filter === filter ? { filter, name } : each))
      : [...savedFilters, { filter, name }],
  });
}

/** Keeps a filter no more. */
export function removeSavedFilter(filter: string): void {
  setPreferences({ savedFilters: kept().savedFilters.filter((each) => each.filter !== filter) });
}
