import { useEffect, useRef, useState } from 'react';
import { SLICES_MAX } from '../../shared/contract/ladder-commands.ts';
import type { ViewMarks } from '../../shared/contract/mark-commands.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import { type FindingPlace, findingPlaces } from '../stores/row-findings.ts';
import type { View } from '../stores/view/view.ts';

/** Milliseconds between two looks at a view that goes on changing. */
const REST = 1_000;
/** Pixels that one part takes: less could not be told apart. */
const PART = 2;

/** What the host counted, and where the packets stand that problems point at. */
export interface Marks extends Omit<ViewMarks, 'places'> {
  readonly findings: readonly FindingPlace[];
}

/**
 * What is drawn along the scrollbar of a view, asked for again when rows, problems or bookmarks have
 * changed.
 *
 * @param height pixels there are
 * @param findings by row of the capture
 * @param changed another value asks again
 */
export function useMarks(
  view: View,
  height: number,
  findings: ReadonlyMap<number, Finding>,
  changed: unknown,
): Marks | null {
  const [marks, setMarks] = useState<Marks | null>(null);
  // They come with the rows while a capture grows: they wait for the next look.
  const latest = useRef(findings);
  latest.current = findings;
  const parts = Math.min(SLICES_MAX, Math.floor(height / PART));
  // biome-ignore lint/correctness/useExhaustiveDependencies: bookmarks are the host's
  useEffect(() => {
    if (parts < 1) return;
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen: unknown = null;
    let marked: unknown = null;
    async function look(): Promise<void> {
      const { revision, arrangement, total } = view.store.getState();
      const now = `${revision} ${arrangement} ${total}`;
      const found = latest.current;
      if (now !== seen || found !== marked) {
        const next = await view.marks(parts, [...found.keys()]);
        if (ended) return;
        if (next) setMarks({ ...next, findings: findingPlaces(found, next.places) });
        seen = next && now;
        marked = found;
      }
      timer = setTimeout(() => void look(), REST);
    }
    void look();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [view, parts, changed]);
  return marks;
}
