import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Place, View } from './view.ts';

/** Where the selected row stands; not `found` while the filter hides it. */
export interface SelectedPlace extends Place {
  readonly row: number;
}

/**
 * Where a row of the capture stands in a view, however it was selected and whatever comes and goes
 * before it; null as long as that is not known, or the search has not come to it.
 */
export function useSelectedPlace(view: View, row: number | null): SelectedPlace | null {
  const arrangement = useStore(view.store, (state) => state.arrangement);
  const reached = useStore(
    view.store,
    ({ search }) => row !== null && (search === null || search.searched > row),
  );
  const [found, setFound] = useState<SelectedPlace | null>(null);
  const wanted = useRef(row);
  wanted.current = row;
  const isOpen = arrangement > 0 && reached;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another arrangement is another place
  useEffect(() => {
    if (!isOpen || row === null || view.positionOf(row) !== undefined) return;
    void view.find(row).then((place) => {
      if (place && wanted.current === row) setFound({ row, ...place });
    });
  }, [view, row, isOpen, arrangement]);

  // A key that follows a selection at once must find it: what is loaded is not waited for.
  const position = row === null ? undefined : view.positionOf(row);
  return useMemo(() => {
    if (!isOpen || row === null) return null;
    if (position !== undefined) return { row, position, found: true };
    return found?.row === row ? found : null;
  }, [isOpen, row, position, found]);
}
