import { useEffect, useState } from 'react';

/** How long it says what came of copying, milliseconds. */
const SAID_FOR = 3000;

type Outcome = 'copied' | 'notCopied';

/**
 * Says for a moment whether something was copied.
 *
 * @param subject what was copied from: with another one, nothing is said any more
 */
export function useCopied(subject: unknown) {
  const [said, setSaid] = useState<{ readonly outcome: Outcome; readonly of: unknown } | null>(
    null,
  );
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  /** What could not be read for it is not copied either. */
  const say = (copying: Promise<boolean>) =>
    void copying
      .catch(() => false)
      .then((copied) => setSaid({ outcome: copied ? 'copied' : 'notCopied', of: subject }));
  return { outcome: said !== null && said.of === subject ? said.outcome : null, say };
}
