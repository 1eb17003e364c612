import { useEffect, useState } from 'react';

/** How long it says what came of copying, milliseconds. */
const SAID_FOR = 3000;

/** What came of copying. */
export type CopyOutcome = 'copied' | 'notCopied';

/**
 * Says for a moment what came of copying: whether something was copied, or more where the copying
 * tells it.
 *
 * @param subject what was copied from: with another one, nothing is said any more
 */
export function useCopied<Told extends object = never>(subject: unknown) {
  const [said, setSaid] = useState<{
    readonly outcome: CopyOutcome | Told;
    readonly of: unknown;
  } | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  /** What could not be read for it is not copied either. */
  const say = (copying: Promise<boolean | Told>) =>
    void copying
      .catch(() => false)
      .then((came) => {
        const outcome = typeof came === 'object' ? came : came ? 'copied' : 'notCopied';
        setSaid({ outcome, of: subject });
      });
  return { outcome: said !== null && said.of === subject ? said.outcome : null, say };
}
