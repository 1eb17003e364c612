import { performance } from 'node:perf_hooks';

/** Microseconds since the epoch, never running backwards. */
export type Clock = () => number;

/**
 * A clock anchored to the wall clock now and driven by the monotonic clock from here on, so that a
 * change of the system's time never reorders packets. One per capture.
 */
export function startClock(): Clock {
  const anchor = Date.now() * 1000 - performance.now() * 1000;
  return () => Math.round(anchor + performance.now() * 1000);
}
