import { useEffect, useState } from 'react';
import type { FieldList } from '../../shared/contract/series.ts';
import { ask } from '../bridge.ts';
import { poll } from '../stores/poll.ts';

/** Milliseconds between two questions for what is new. */
const REST_MS = 1_000;

/** The numbers in a capture's payloads, looked for while the component that asks is in sight. */
export function useFields(captureId: string) {
  const [list, setList] = useState<FieldList | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [stopped, setStopped] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (stopped) return;
    let drawn = 0;
    return poll(
      async () => {
        const found = await ask('series.find', { captureId });
        const more = found.searched < found.packets;
        // A long search answers many times a second; the list is drawn as often as it is beside a rest.
        if (!more || performance.now() >= drawn + REST_MS) {
          drawn = performance.now();
          setList(found);
        }
        if (more) return 'more';
        return found.live ? 'rest' : 'done';
      },
      REST_MS,
      setError,
    );
  }, [captureId, stopped, attempt]);

  return {
    list,
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
