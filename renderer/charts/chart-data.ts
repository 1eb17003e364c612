import uPlot from 'uplot';
import type { SeriesPoints } from '../../shared/contract/series.ts';

/** Several series over one axis of time. */
export interface ChartData {
  /** Times in milliseconds since the epoch, then the values of each series: null where it breaks. */
  readonly aligned: uPlot.AlignedData;
  /** For each series, the packet at each time: a row of the capture, or -1. */
  readonly rows: readonly (readonly (number | null | undefined)[])[];
}

/**
 * Puts series over one axis; a line ends where one connection does and begins anew with the next, and
 * does not go over a time at which an answer was missing.
 */
export function chartData(series: readonly SeriesPoints[]): ChartData {
  const tables = series.map(withGaps).filter(([times]) => times.length > 0);
  if (tables.length === 0)
    return { aligned: [[], ...series.map(() => [])], rows: series.map(() => []) };
  const joined = uPlot.join(tables);
  const columns = new Map<number, number>();
  for (const [at, { times }] of series.entries())
    if (times.length > 0) columns.set(at, columns.size);
  const column = (at: number, offset: number) => {
    const place = columns.get(at);
    return place === undefined ? [] : (joined[1 + 2 * place + offset] ?? []);
  };
  const all = [...series.keys()];
  return {
    aligned: [
      joined[0],
      ...all.map((at) => widenGaps(column(at, 0) as readonly (number | null | undefined)[])),
    ],
    rows: all.map((at) => column(at, 1) as (number | null | undefined)[]),
  };
}

/**
 * A gap reaches from one value to the next, also over times that only other series have; the plot
 * would draw the line up to the nearest of those.
 */
function widenGaps(values: readonly (number | null | undefined)[]): (number | null | undefined)[] {
  const wide = [...values];
  for (const [at, value] of values.entries()) {
    if (value !== null) continue;
    for (let left = at - 1; left >= 0 && wide[left] === undefined; left -= 1) wide[left] = null;
    for (let right = at + 1; right < wide.length && wide[right] === undefined; right += 1)
      wide[right] = null;
  }
  return wide;
}

function withGaps({ times, values, rows, breaks, unanswered }: SeriesPoints): uPlot.AlignedData {
  const at: number[] = [];
  const value: (number | null)[] = [];
  const row: (number | null)[] = [];
  const gaps = new Set(breaks);
  let missed = 0;
  for (const [index, time] of times.entries()) {
    const before = times[index - 1];
    while ((unanswered[missed] ?? time) <= (before ?? Number.NEGATIVE_INFINITY)) missed += 1;
    const lost = unanswered[missed];
    if (before !== undefined && (gaps.has(index) || (lost !== undefined && lost < time))) {
      at.push((before + time) / 2_000);
      value.push(null);
      row.push(null);
    }
    at.push(time / 1_000);
    value.push(values[index] ?? null);
    row.push(rows[index] ?? null);
  }
  return [at, value, row];
}
