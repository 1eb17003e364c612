import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CommandOutput } from '../../shared/contract/commands.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import { findingPlaces } from '../stores/row-findings.ts';
import type { View } from '../stores/view/view.ts';
import { type SliceProblems, sliceProblems } from './slice-problems.ts';

export interface Density extends CommandOutput<'view.density'> {
  /** What is wrong in each of the slices. */
  readonly problems: readonly SliceProblems[];
}

type Findings = ReadonlyMap<number, Finding>;

/** Reads a density; null if the view changed or has none. */
export async function readDensity(
  view: View,
  slices: number,
  findings: Findings,
): Promise<Density | null> {
  const [density, marks] = await Promise.all([
    view.density(slices),
    view.marks(1, [...findings.keys()]),
  ]);
  if (!density || !marks) return null;
  const places = findingPlaces(findings, marks.places);
  return { ...density, problems: sliceProblems(density.slices, places) };
}

/** Milliseconds between two questions while packets come. */
const PAUSE_MS = 500;

/** How the rows of a view lie in time, in so many slices; asked for again as rows come. */
export function useDensity(view: View, slices: number, findings: Findings): Density | null {
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
      void readDensity(view, slices, findings).then((answer) => answer && setDensity(answer));
    }, wait);
    return () => clearTimeout(timer);
  }, [view, slices, revision, arrangement, findings]);
  return density;
}
