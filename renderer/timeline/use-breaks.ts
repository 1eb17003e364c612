import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bandText, isLoss } from '../components/band-text.ts';
import { useSide } from '../stores/use-side.ts';
import { useBands } from '../stores/view/use-bands.ts';
import type { View } from '../stores/view/view.ts';
import type { RowMark } from './row-cells.tsx';

/**
 * What a view's rows say of the connection that ended before them, by their positions: no packet tells
 * that it was lost. Made again when the connection changes, not when rows come.
 */
export function useBreaks(view: View, captureId: string): ReadonlyMap<number, RowMark> {
  const { t } = useTranslation();
  const side = useSide(captureId);
  const { bands } = useBands(view, captureId);
  return useMemo(() => {
    const ended = bands.filter(({ states }) =>
      states.some((state) => isLoss(state) || state.status === 'closed'),
    );
    return new Map(
      ended.map((band) => {
        const severity = band.states.some(isLoss) ? 'error' : 'hint';
        return [band.position, { severity, text: bandText(band, side, t) }];
      }),
    );
  }, [bands, side, t]);
}
