/** The value that the share `part` (0 to 1) of all values does not exceed; NaN without values. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The largest value; 0 without values. */
export const highest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), 0);
