import uPlot from 'uplot';
import type { SeriesPoints } from '../../shared/contract/series.ts';

/** Several series over one axis of time. */
export interface ChartData {
  /** Times in milliseconds since the epoch, then the values of each series: null where it breaks. */
  readonly aligned: uPlot.AlignedData;
  /** For each series, the packet at each time: a row of the capture, or -1. */
  readonly rows: readonly (readonly (number | null | undefined)[])[];
}

/** Puts series over one axis; a line ends where one connection does and begins anew with the next. */
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
    aligned: [joined[0], ...all.map((at) => column(at, 0) as (number | null | undefined)[])],
    rows: all.map((at) => column(at, 1) as (number | null | undefined)[]),
  };
}

function withGaps({ times, values, rows, breaks }: SeriesPoints): uPlot.AlignedData {
  const at: number[] = [];
  const value: (number | null)[] = [];
  const row: (number | null)[] = [];
  const gaps = new Set(breaks);
  for (const [index, time] of times.entries()) {
    const before = times[index - 1];
    if (gaps.has(index) && before !== undefined) {
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
