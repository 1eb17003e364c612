import { useMemo } from 'react';
import { useApp } from '../stores/use-app.ts';
import type { KeptFilters } from './filter-options.ts';

/** The filters that the user saved, and those that were used of late. */
export function useKeptFilters(): KeptFilters {
  const saved = useApp(({ preferences }) => preferences.savedFilters);
  const recent = useApp(({ preferences }) => preferences.recentFilters);
  return useMemo(() => ({ saved, recent }), [saved, recent]);
}
