import { useEffect, useRef } from 'react';
import type { SelectedPlace } from '../stores/view/use-selected-place.ts';

/**
 * Brings the selected row into sight once, when it is selected and its place is known, and anew each
 * time it is gone to.
 */
export function useShownSelection(
  selectedRow: number | null,
  place: SelectedPlace | null,
  show: (position: number) => void,
  goings: number,
): void {
  const showRow = useRef(show);
  showRow.current = show;
  const shown = useRef<{ row: number; goings: number } | null>(null);
  useEffect(() => {
    if (selectedRow === null) shown.current = null;
    if (place === null) return;
    if (shown.current?.row === place.row && shown.current.goings === goings) return;
    shown.current = { row: place.row, goings };
    if (place.found) showRow.current(place.position);
  }, [selectedRow, place, goings]);
}
