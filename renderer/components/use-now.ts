import { useEffect, useState } from 'react';

/**
 * The time in milliseconds since the epoch, read again while `running`.
 *
 * @param every milliseconds between two readings; a second unless told
 */
export function useNow(running: boolean, every = 1000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [running, every]);
  return now;
}
