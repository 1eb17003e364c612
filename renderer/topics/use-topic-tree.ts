import { useCallback, useEffect, useRef, useState } from 'react';
import type { TopicCounts } from '../../shared/contract/topics.ts';
import { ask } from '../bridge.ts';
import { poll } from '../stores/poll.ts';
import { TopicTree } from './topic-tree.ts';

/** Milliseconds between two questions for what is new. */
const REST_MS = 500;
/** Milliseconds between two times that the tree is drawn while one answer follows the other. */
const DRAW_MS = 250;

export interface TopicsKnown {
  readonly tree: TopicTree;
  /** Different topics there are, those that are not counted included. */
  readonly total: number;
  /** How far the capture was read, and how far it goes. */
  readonly searched: number;
  readonly packets: number;
  readonly live: boolean;
}

/**
 * The topics of a capture, kept up to date while the component that asks is in sight: `known` is
 * another object whenever there is something new, null before the first answer.
 */
export function useTopicTree(captureId: string) {
  const tree = useRef(new TopicTree());
  const since = useRef(0);
  const drawn = useRef({ at: 0, changed: false });
  const [known, setKnown] = useState<TopicsKnown | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);

  const take = useCallback(({ topics, next, ...progress }: TopicCounts) => {
    tree.current.put(topics);
    since.current = next;
    const { total, searched, packets, live } = progress;
    drawn.current.changed ||= topics.length > 0;
    if (next < packets && performance.now() < drawn.current.at + DRAW_MS) return;
    const { changed } = drawn.current;
    drawn.current = { at: performance.now(), changed: false };
    setKnown((before) => {
      const isSame =
        !changed &&
        before?.searched === searched &&
        before.packets === packets &&
        before.live === live;
      return isSame ? before : { tree: tree.current, total, searched, packets, live };
    });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(
    () =>
      poll(
        async () => {
          const counts = await ask('topics.counts', { captureId, since: since.current });
          take(counts);
          if (counts.next < counts.packets) return 'more';
          return counts.live ? 'rest' : 'done';
        },
        REST_MS,
        setError,
      ),
    [captureId, take, attempt],
  );

  const retry = () => {
    setError(null);
    setAttempt(attempt + 1);
  };
  return { known, error, retry };
}
