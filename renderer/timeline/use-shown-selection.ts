import { useEffect, useRef } from 'react';
import type { SelectedPlace } from '../stores/view/use-selected-place.ts';
import type { View } from '../stores/view/view.ts';

/** Brings the selected row into sight once, when it is selected and its place is known. */
export function useShownSelection(
  view: View,
  selectedRow: number | null,
  place: SelectedPlace | null,
  show: (position: number) => void,
): void {
  const showRow = useRef(show);
  showRow.current = show;
  const shownRow = useRef<number | null>(null);
  useEffect(() => {
    if (selectedRow === null) shownRow.current = null;
    if (place === null || shownRow.current === selectedRow) return;
    shownRow.current = selectedRow;
    if (place.found) showRow.current(place.position);
  }, [selectedRow, place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view has not shown it yet
  useEffect(() => {
    return () => {
      shownRow.current = null;
    };
  }, [view]);
}
