import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The ways to look at the packets of a capture. */
export type Look = 'timeline' | 'ladder' | 'charts' | 'topics';

/** How each capture is looked at, by capture id; absent for the timeline. */
export const lookStore = createStore<{ readonly looks: Readonly<Record<string, Look>> }>(() => ({
  looks: {},
}));

/** Brings a way to look at a capture to the front. */
export function showLook(captureId: string, look: Look): void {
  lookStore.setState(({ looks }) => ({ looks: { ...looks, [captureId]: look } }));
}

/** How a capture is looked at. */
export function useLook(captureId: string): Look {
  return useStore(lookStore, ({ looks }) => looks[captureId] ?? 'timeline');
}
