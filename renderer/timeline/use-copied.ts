import { useEffect, useState } from 'react';

/** How long it says what came of copying, milliseconds. */
const SAID_FOR = 2000;

/** Says for a moment whether something was copied. */
export function useCopied() {
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);
  const say = (copying: Promise<boolean>) =>
    void copying.then((copied) => setOutcome(copied ? 'copied' : 'notCopied'));
  return { outcome, say };
}
