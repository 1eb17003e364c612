import { formatDuration, formatElapsed } from '../components/format.ts';

const SECOND_US = 1_000_000;

/** What stands where there is no figure. */
export const NO_FIGURE = '–';

/** A span of microseconds: `21 ms`, `12.53 s`, and from a minute on `00:12:31`. */
export function spanText(microseconds: number): string {
  const milliseconds = microseconds / 1_000;
  return milliseconds < 60_000 ? formatDuration(milliseconds) : formatElapsed(milliseconds);
}

/**
 * How much of something there was in a second on average; null for a span of less than one, in which
 * it would say little.
 *
 * @param span microseconds
 */
export function rateOf(amount: number, span: number): number | null {
  return span < SECOND_US ? null : amount / (span / SECOND_US);
}
