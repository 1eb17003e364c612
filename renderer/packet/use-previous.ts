import { useEffect, useState } from 'react';
import { ask } from '../bridge.ts';

/** The message before this one on the same topic in the same direction. */
export interface PreviousMessage {
  readonly row: number;
  /** Microseconds between the two. */
  readonly before: number;
}

/**
 * The message before a packet on its topic: undefined while it is looked for, null where there is
 * none.
 */
export function usePrevious(captureId: string, row: number): PreviousMessage | null | undefined {
  const [found, setFound] = useState<{ of: number; previous: PreviousMessage | null } | null>(null);
  useEffect(() => {
    let current = true;
    ask('packet.beside', { captureId, row, step: -1 })
      .then((answer) => {
        if (!current) return;
        const { row: other, after } = answer;
        const previous = other === null || after === null ? null : { row: other, before: -after };
        setFound((known) =>
          known?.of === row && known.previous?.row === previous?.row
            ? known
            : { of: row, previous },
        );
      })
      // The packet itself is asked for beside this, and tells what went wrong.
      .catch(() => {});
    return () => {
      current = false;
    };
  }, [captureId, row]);
  return found?.of === row ? found.previous : undefined;
}
