/** A time in microseconds since the epoch as ISO 8601 in UTC, with its microseconds. */
export function isoTime(microseconds: number): string {
  const millis = new Date(Math.floor(microseconds / 1000)).toISOString().slice(0, -1);
  return `${millis}${String(microseconds % 1000).padStart(3, '0')}Z`;
}
