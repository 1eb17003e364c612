import { useStore } from 'zustand';
import { useApp } from '../stores/use-app.ts';
import { useTimeReference } from '../stores/view/time-reference.ts';
import type { View } from '../stores/view/view.ts';

/** What times are measured from, in microseconds since the epoch; null for the time of day. */
export function useOrigin(view: View, captureId: string): number | null {
  const reference = useTimeReference(captureId);
  const relative = useApp(({ preferences }) => preferences.times === 'relative');
  const start = useStore(view.store, (state) => state.start);
  if (reference) return reference.time;
  return relative ? start * 1_000 : null;
}
