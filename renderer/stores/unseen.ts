import { createStore } from 'zustand/vanilla';

/** Packets of each live capture that there were when its tab was last in front. */
export const seenStore = createStore<{ readonly packets: Readonly<Record<string, number>> }>(
  () => ({ packets: {} }),
);

/** The user has seen this many packets of a capture. */
export function markSeen(captureId: string, packets: number): void {
  seenStore.setState((state) => ({ packets: { ...state.packets, [captureId]: packets } }));
}
