import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CommandOutput } from '../../shared/contract/commands.ts';
import type { View } from '../stores/view/view.ts';

export type Density = CommandOutput<'view.density'>;

/** Milliseconds between two questions while packets come. */
const PAUSE_MS = 500;

/** How the rows of a view lie in time, in so many slices; asked for again as rows come. */
export function useDensity(view: View, slices: number): Density | null {
  const [density, setDensity] = useState<Density | null>(null);
  const revision = useStore(view.store, (state) => state.revision);
  const arrangement = useStore(view.store, (state) => state.arrangement);
  const asking = useRef({ last: 0, slices: 0, arrangement: 0 });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision may hold other rows
  useEffect(() => {
    if (slices === 0 || arrangement === 0) return;
    const { current } = asking;
    const isOther = current.slices !== slices || current.arrangement !== arrangement;
    const wait = isOther ? 0 : Math.max(0, current.last + PAUSE_MS - performance.now());
    const timer = setTimeout(() => {
      asking.current = { last: performance.now(), slices, arrangement };
      void view.density(slices).then((answer) => answer && setDensity(answer));
    }, wait);
    return () => clearTimeout(timer);
  }, [view, slices, revision, arrangement]);
  return density;
}
