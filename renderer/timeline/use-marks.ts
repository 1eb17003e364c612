import { useEffect, useState } from 'react';
import { SLICES_MAX } from '../../shared/contract/ladder-commands.ts';
import type { ViewMarks } from '../../shared/contract/mark-commands.ts';
import type { View } from '../stores/view/view.ts';

/** Milliseconds between two looks at a view that goes on changing. */
const REST = 1_000;
/** Pixels that one part takes: less could not be told apart. */
const PART = 2;

/**
 * What is drawn along the scrollbar of a view, asked for again when rows or bookmarks have changed.
 *
 * @param height pixels there are
 * @param changed another value asks again
 */
export function useMarks(view: View, height: number, changed: unknown): ViewMarks | null {
  const [marks, setMarks] = useState<ViewMarks | null>(null);
  const parts = Math.min(SLICES_MAX, Math.floor(height / PART));
  // biome-ignore lint/correctness/useExhaustiveDependencies: bookmarks are the host's
  useEffect(() => {
    if (parts < 1) return;
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen: unknown = null;
    async function look(): Promise<void> {
      const { revision, arrangement, total } = view.store.getState();
      const now = `${revision} ${arrangement} ${total}`;
      if (now !== seen) {
        const next = await view.marks(parts);
        if (ended) return;
        if (next) setMarks(next);
        seen = next && now;
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
