import { formatClock } from '../components/clock.ts';

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
