import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bandText, isBegunAnew, isLoss } from '../components/band-text.ts';
import { useSide } from '../stores/use-side.ts';
import { useBands } from '../stores/view/use-bands.ts';
import type { View } from '../stores/view/view.ts';
import type { RowMark } from './row-cells.tsx';

/** What is said of a connection that ended before a row. */
export interface Break extends RowMark {
  /** The first packet of the connection after it, as a row of the capture. */
  readonly row: number;
}

/**
 * What a view's rows say of the connection that ended before them, by their positions: no packet tells
 * that it was lost. Made again when the connection changes, not when rows come.
 */
export function useBreaks(view: View, captureId: string): ReadonlyMap<number, Break> {
  const { t } = useTranslation();
  const side = useSide(captureId);
  const { bands } = useBands(view, captureId);
  return useMemo(() => {
    // The end of a session is told by its last packet, or by none that follows.
    return new Map(
      bands.filter(isBegunAnew).map((band) => {
        const severity = band.states.some(isLoss) ? 'error' : 'hint';
        return [band.position, { severity, text: bandText(band, side, t), row: band.row }];
      }),
    );
  }, [bands, side, t]);
}
