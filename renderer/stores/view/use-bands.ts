import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { StateBand } from '../../../shared/contract/ladder-commands.ts';
import { useSessionOf } from '../use-session-of.ts';
import type { View } from './view.ts';

/** The bands of a view, and how many earlier ones are not told. */
export interface Bands {
  /** The view's arrangement that they stand for; 0 while rows are searched: they stand elsewhere then. */
  readonly arrangement: number;
  readonly bands: readonly StateBand[];
  readonly hidden: number;
}

const none: Bands = { arrangement: 0, bands: [], hidden: 0 };

/** Asks for the bands of a view whenever the connection changes, or rows may stand elsewhere. */
export function useBands(view: View, captureId: string): Bands {
  const [bands, setBands] = useState(none);
  const arrangement = useStore(view.store, (state) => state.arrangement);
  const searching = useStore(view.store, (state) => state.searching);
  const isRead = useStore(view.store, ({ reading }) => reading === null);
  const state = useSessionOf(captureId)?.state ?? null;
  const asked = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them may be another answer
  useEffect(() => {
    if (arrangement === 0 || !isRead) return;
    asked.current += 1;
    const own = asked.current;
    void view.bands().then((answer) => {
      if (answer && own === asked.current)
        setBands({ ...answer, arrangement: searching ? 0 : arrangement });
    });
  }, [view, arrangement, searching, isRead, state]);
  return bands;
}
