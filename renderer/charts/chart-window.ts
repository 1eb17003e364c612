/** A span of time in microseconds since the epoch. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** No span is narrower: 10 µs. */
const NARROWEST = 10;
/** What one step of the keyboard zooms by. */
const STEP = 2;

/**
 * Half or twice of what is shown, around a time that stays where it is; null where that is everything.
 *
 * @param whole everything there is
 */
export function zoomed(
  shown: TimeSpan,
  whole: TimeSpan,
  around: number,
  way: 'in' | 'out',
): TimeSpan | null {
  const factor = way === 'in' ? 1 / STEP : STEP;
  const from = around - (around - shown.from) * factor;
  const to = around + (shown.to - around) * factor;
  if (to - from < NARROWEST) return shown;
  if (from <= whole.from && to >= whole.to) return null;
  return { from: Math.max(from, whole.from), to: Math.min(to, whole.to) };
}
