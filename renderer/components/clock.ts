const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A time of day in the local zone, as `12:01:03.221` or, with six digits, `12:01:03.221047`.
 *
 * @param time microseconds since the epoch
 */
export function formatClock(time: number, digits: 3 | 6 = 3): string {
  const date = new Date(Math.floor(time / 1_000));
  const fraction = String(time % 1_000_000).padStart(6, '0');
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${clock}.${fraction.slice(0, digits)}`;
}

/**
 * Minutes that the local time of a moment is ahead of UTC: that of then, also where clocks were changed
 * since.
 *
 * @param milliseconds since the epoch
 */
export const zoneOffsetAt = (milliseconds: number): number =>
  -new Date(milliseconds).getTimezoneOffset();

/** A span as `00:12:31.042`, hours going on above 99; a minus before what lies before the start. */
export function formatSince(microseconds: number): string {
  const milliseconds = Math.floor(Math.abs(microseconds) / 1_000);
  const seconds = Math.floor(milliseconds / 1_000);
  const clock = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const sign = microseconds < 0 ? '-' : '';
  return `${sign}${clock}.${String(milliseconds % 1_000).padStart(3, '0')}`;
}
