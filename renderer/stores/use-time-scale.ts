import { useMemo } from 'react';
import { useStore } from 'zustand';
import { midnightAfter, type TimeScale } from '../components/time-text.ts';
import { useApp } from './use-app.ts';
import { useTimeReference } from './view/time-reference.ts';
import type { View } from './view/view.ts';

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
