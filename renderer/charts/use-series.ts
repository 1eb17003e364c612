import { useEffect, useState } from 'react';
import type { SeriesAnswer, SeriesPoints, SeriesSource } from '../../shared/contract/series.ts';
import { ask } from '../bridge.ts';
import { poll } from '../stores/poll.ts';
import type { TimeSpan } from './chart-window.ts';

/** Milliseconds between two questions for what is new. */
const REST_MS = 500;
/** Points of one series: more than a wide window has pixels to tell apart. */
const POINTS = 1_600;

/** What was last answered, for the sources it was asked for. */
export interface SeriesRead extends Omit<SeriesAnswer, 'series'> {
  readonly sources: readonly SeriesSource[];
  readonly series: readonly SeriesPoints[];
}

/**
 * The values of some series within a span of time, kept up to date while the component that asks is
 * in sight; `stop` ends the search of a long capture where it is, `resume` goes on.
 */
export function useSeries(
  captureId: string,
  sources: readonly SeriesSource[],
  span: TimeSpan | null,
) {
  const [read, setRead] = useState<SeriesRead | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [stopped, setStopped] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const asked = JSON.stringify(sources);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says what the sources are; another attempt asks again
  useEffect(() => {
    if (stopped || sources.length === 0) return;
    let since: number | null = null;
    return poll(
      async () => {
        const question = { captureId, sources: [...sources], points: POINTS, since };
        const { from, to } = span ?? { from: null, to: null };
        const { series, ...answer } = await ask('series.read', { ...question, from, to });
        since = answer.revision;
        setRead((before) => {
          const found = series ?? before?.series ?? [];
          return { ...answer, sources, series: found };
        });
        if (answer.searched < answer.packets) return 'more';
        return answer.live ? 'rest' : 'done';
      },
      REST_MS,
      setError,
    );
  }, [captureId, asked, span, stopped, attempt]);

  return {
    read,
    error,
    stopped,
    stop: () => setStopped(true),
    resume: () => {
      setError(null);
      setStopped(false);
      setAttempt(attempt + 1);
    },
  };
}
