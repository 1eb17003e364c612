const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** How long ago, such as `5m ago` or `3 days ago`; within a minute it is `now`. */
export function formatAgo(milliseconds: number, language: string): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const format = new Intl.RelativeTimeFormat(language, { style: 'narrow', numeric: 'auto' });
  const [unit, length] = units.find(([, size]) => seconds >= size) ?? (['second', 1] as const);
  return unit === 'second'
    ? format.format(0, 'second')
    : format.format(-Math.floor(seconds / length), unit);
}
