import { formatClock } from '../components/clock.ts';

/** Microseconds. */
const SECOND = 1_000_000;
const DAY_MS = 86_400_000;

/**
 * A time on the axis, as exact as the steps between two of them need.
 *
 * @param time milliseconds since the epoch
 * @param step milliseconds
 */
export function formatTick(time: number, step: number): string {
  if (step >= DAY_MS) {
    const date = new Date(time);
    return `${date.getMonth() + 1}/${date.getDate()}`;
  }
  const clock = formatClock(Math.round(time * 1_000));
  if (step >= 60_000) return clock.slice(0, 5);
  return step >= 1_000 ? clock.slice(0, 8) : clock;
}

/**
 * What a point is of: its time, or the interval that it is in the middle of.
 *
 * @param time microseconds since the epoch
 * @param interval microseconds; 0 for a moment
 */
export function formatPoint(time: number, interval: number): string {
  if (interval === 0) return formatClock(time);
  const [from, to] = [time - interval / 2, time + interval / 2].map((end) => {
    const clock = formatClock(end);
    return interval < SECOND ? clock : clock.slice(0, 8);
  });
  return `${from}–${to}`;
}
