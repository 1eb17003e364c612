import { useEffect, useRef } from 'react';
import type { SelectedPlace } from '../stores/view/use-selected-place.ts';

/** Brings the selected row into sight once, when it is selected and its place is known. */
export function useShownSelection(
  selectedRow: number | null,
  place: SelectedPlace | null,
  show: (position: number) => void,
): void {
  const showRow = useRef(show);
  showRow.current = show;
  const shown = useRef<number | null>(null);
  useEffect(() => {
    if (selectedRow === null) shown.current = null;
    if (place === null || shown.current === selectedRow) return;
    shown.current = selectedRow;
    if (place.found) showRow.current(place.position);
  }, [selectedRow, place]);
}
