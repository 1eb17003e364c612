import { useEffect, useState } from 'react';

/** How long it says what came of copying, milliseconds. */
const SAID_FOR = 3000;

/** What came of copying; `tooMany` where a clipboard is not the place for so much. */
export type CopyOutcome = 'copied' | 'notCopied' | 'tooMany';

/**
 * Says for a moment whether something was copied.
 *
 * @param subject what was copied from: with another one, nothing is said any more
 */
export function useCopied(subject: unknown) {
  const [said, setSaid] = useState<{ readonly outcome: CopyOutcome; readonly of: unknown } | null>(
    null,
  );
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  /** What could not be read for it is not copied either. */
  const say = (copying: Promise<boolean | CopyOutcome>) =>
    void copying
      .catch(() => false)
      .then((came) => {
        const outcome = typeof came === 'string' ? came : came ? 'copied' : 'notCopied';
        setSaid({ outcome, of: subject });
      });
  return { outcome: said !== null && said.of === subject ? said.outcome : null, say };
}
