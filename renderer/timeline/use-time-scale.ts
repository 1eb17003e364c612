import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../stores/use-app.ts';
import { useTimeReference } from '../stores/view/time-reference.ts';
import type { View } from '../stores/view/view.ts';
import { midnightAfter, type TimeScale } from './time-text.ts';

/** How the times of a capture are written now; kept until that changes. */
export function useTimeScale(view: View, captureId: string): TimeScale {
  const times = useApp(({ preferences }) => preferences.times);
  const reference = useTimeReference(captureId);
  const start = useStore(view.store, (state) => state.start * 1_000);
  const midnight = useMemo(() => midnightAfter(start), [start]);
  const date = useStore(view.store, (state) => state.end >= midnight);
  return useMemo((): TimeScale => {
    if (reference) return { kind: 'since', origin: reference.time };
    if (times === 'relative') return { kind: 'since', origin: start };
    return times === 'absolute' ? { kind: 'clock', date } : { kind: times };
  }, [times, reference, start, date]);
}
