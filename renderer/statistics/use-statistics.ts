import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Statistics } from '../../shared/contract/statistics.ts';
import { poll } from '../stores/poll.ts';
import type { View } from '../stores/view/view.ts';

/** Milliseconds between two questions for what is new, and between two times that it is drawn. */
const REST_MS = 1_000;

/**
 * A view in figures, kept up to date while the component that asks is in sight; null before the
 * first answer. It is another object once a second at most.
 */
export function useStatistics(view: View): Statistics | null {
  const isOpen = useStore(view.store, ({ status }) => status === 'open');
  const filter = useStore(view.store, (state) => state.filter);
  const [known, setKnown] = useState<Statistics | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another question
  useEffect(() => {
    if (!isOpen) return;
    let drawn = Number.NEGATIVE_INFINITY;
    return poll(
      async () => {
        const answer = await view.statistics();
        if (answer === null) return 'rest';
        const isAll = answer.counted === answer.total;
        if (isAll || performance.now() >= drawn + REST_MS) {
          drawn = performance.now();
          setKnown(answer);
        }
        if (!isAll) return 'more';
        return answer.growing ? 'rest' : 'done';
      },
      REST_MS,
      // The view itself tells why it does not answer.
      () => undefined,
    );
  }, [view, isOpen, filter]);
  return known;
}
