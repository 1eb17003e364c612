const counts = new Map<string, Intl.NumberFormat>();

/** A whole number in the figures of a language, such as `88,120`. */
export function formatCount(count: number, language: string): string {
  // Kept: to make one costs more than to draw a row.
  const format = counts.get(language) ?? new Intl.NumberFormat(language);
  counts.set(language, format);
  return format.format(count);
}

/** A duration as `00:12:31`; hours go on above 99. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** A duration as `850 µs`, `21 ms` or `1.53 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 0.9995) return `${Math.round(milliseconds * 1000)} µs`;
  if (milliseconds < 9.95) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/**
 * A size as `98 B`, `12.4 KB` or `1.2 GB`, in powers of 1000.
 *
 * @param places of a figure before whose point only one digit stands
 */
export function formatBytes(bytes: number, places: 1 | 2 = 1): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const shown = value < 9.995 ? places : value < 99.95 ? 1 : 0;
  return `${value.toFixed(shown)} ${units[unit]}`;
}

/** A size in gibibytes, such as `2 GiB` or `0.5 GiB`, in the figures of a language. */
export function formatGibibytes(bytes: number, language: string): string {
  const gibibytes = bytes / 1024 ** 3;
  return `${gibibytes.toLocaleString(language, { maximumFractionDigits: 2 })} GiB`;
}
