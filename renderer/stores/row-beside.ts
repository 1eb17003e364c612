/**
 * The row of a list after a packet, or the one before it, going round at the ends; null without any.
 *
 * @param rows in ascending order
 * @param from null to begin at the end that is gone away from
 */
export function rowBeside(
  rows: readonly number[],
  from: number | null,
  step: 1 | -1,
): number | null {
  if (step === 1) return rows.find((row) => row > (from ?? -1)) ?? rows[0] ?? null;
  const before = from ?? Number.POSITIVE_INFINITY;
  return rows.findLast((row) => row < before) ?? rows.at(-1) ?? null;
}
