import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { positionsOf } from './chosen-positions.ts';
import type { RowRange } from './row-ranges.ts';
import { useChosenRanges } from './selection.ts';
import type { View } from './view.ts';

/** Several packets that were chosen together. */
export interface Chosen {
  readonly ranges: readonly RowRange[];
  /** Those of them that the filter in force shows. */
  readonly count: number;
  /** Microseconds from the first of them to the last. */
  readonly duration: number;
}

/** What was chosen of a capture, as its view shows it; null unless there are several and it is known. */
export function useChosen(captureId: string, view: View): Chosen | null {
  const ranges = useChosenRanges(captureId);
  const arrangement = useStore(view.store, (state) => state.arrangement);
  const [chosen, setChosen] = useState<Chosen | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another arrangement shows other rows
  useEffect(() => {
    let current = true;
    if (ranges.length > 0) {
      void measure(view, ranges).then((known) => {
        if (current && known) setChosen({ ranges, ...known });
      });
    }
    return () => {
      current = false;
    };
  }, [view, ranges, arrangement]);

  return chosen?.ranges === ranges ? chosen : null;
}

async function measure(
  view: View,
  ranges: readonly RowRange[],
): Promise<Pick<Chosen, 'count' | 'duration'> | null> {
  const pieces = await positionsOf(view, ranges);
  const [first] = pieces ?? [];
  const last = pieces?.at(-1);
  if (!pieces) return null;
  if (!first || !last) return { count: 0, duration: 0 };
  const [from, to] = await Promise.all([view.read(first.start, 1), view.read(last.end - 1, 1)]);
  const count = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  return from?.[0] && to?.[0] ? { count, duration: to[0].time - from[0].time } : null;
}
