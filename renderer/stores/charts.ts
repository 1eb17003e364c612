import { createStore } from 'zustand/vanilla';
import {
  type FieldSource,
  type RateInterval,
  type RateUnit,
  SERIES_MAX,
} from '../../shared/contract/series.ts';
import { ask } from '../bridge.ts';
import { reportFailure } from './failures.ts';
import { showLook } from './looks.ts';

/** What charts show: chosen values, how long answers took, or how much there was at a time. */
export type ChartKind = 'values' | 'roundTrips' | 'rates';

/** How rates are counted. */
export interface Counting {
  readonly unit: RateUnit;
  readonly interval: RateInterval;
}

export const usualCounting: Counting = { unit: 'packets', interval: 1_000_000 };

/** What is drawn of each capture, by capture id. */
export const chartStore = createStore<{
  /** Absent until the host was asked. */
  readonly chosen: Readonly<Record<string, readonly FieldSource[]>>;
  /** Which look each series has, by the text of its source. */
  readonly drawn: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Absent for values. */
  readonly kinds: Readonly<Record<string, ChartKind>>;
  /** Absent where it is usual. */
  readonly countings: Readonly<Record<string, Counting>>;
}>(() => ({ chosen: {}, drawn: {}, kinds: {}, countings: {} }));

const isSame = (one: FieldSource, other: FieldSource) =>
  one.topic === other.topic && JSON.stringify(one.path) === JSON.stringify(other.path);

/** Whether a series is among those that were chosen. */
export function isChosen(chosen: readonly FieldSource[], source: FieldSource): boolean {
  return chosen.some((one) => isSame(one, source));
}

/** Shows another kind of chart of a capture. */
export function showCharts(captureId: string, kind: ChartKind): void {
  chartStore.setState(({ kinds }) => ({ kinds: { ...kinds, [captureId]: kind } }));
}

/** Counts the rates of a capture otherwise. */
export function countRates(captureId: string, counting: Counting): void {
  chartStore.setState(({ countings }) => ({
    countings: { ...countings, [captureId]: counting },
  }));
}

/** Asks what was chosen of a capture, unless that is known. Rejects with an AskError. */
export async function loadChosen(captureId: string): Promise<readonly FieldSource[]> {
  const known = chartStore.getState().chosen[captureId];
  if (known) return known;
  const { sources } = await ask('series.chosen', { captureId });
  put(captureId, chartStore.getState().chosen[captureId] ?? sources);
  return chartStore.getState().chosen[captureId] ?? sources;
}

/**
 * Has a number of the payloads on a topic drawn, and brings the chart to the front. With SERIES_MAX
 * drawn already, the chart comes to the front as it is: the user takes one out first.
 */
export async function addSeries(
  captureId: string,
  topic: string,
  path: readonly (string | number)[],
): Promise<void> {
  const source: FieldSource = { kind: 'field', topic, path: [...path] };
  showCharts(captureId, 'values');
  showLook(captureId, 'charts');
  try {
    const chosen = await loadChosen(captureId);
    if (isChosen(chosen, source) || chosen.length >= SERIES_MAX) return;
    choose(captureId, [...chosen, source]);
  } catch (error) {
    reportFailure(error);
  }
}

/** Draws a series no longer. */
export function removeSeries(captureId: string, source: FieldSource): void {
  const chosen = chartStore.getState().chosen[captureId] ?? [];
  choose(
    captureId,
    chosen.filter((one) => !isSame(one, source)),
  );
}

function put(captureId: string, sources: readonly FieldSource[]): void {
  chartStore.setState(({ chosen, drawn }) => ({
    chosen: { ...chosen, [captureId]: sources },
    drawn: { ...drawn, [captureId]: looksOf(sources, drawn[captureId] ?? {}) },
  }));
}

/** Each series keeps the look that it has; a new one gets the first that is free. */
function looksOf(
  sources: readonly FieldSource[],
  before: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const keys = sources.map((source) => JSON.stringify(source));
  const kept = keys.flatMap((key) => before[key] ?? []);
  const free = [...Array(SERIES_MAX).keys()].filter((look) => !kept.includes(look));
  return Object.fromEntries(keys.map((key) => [key, before[key] ?? free.shift() ?? 0]));
}

function choose(captureId: string, sources: readonly FieldSource[]): void {
  put(captureId, sources);
  ask('series.choose', { captureId, sources: [...sources] }).catch(reportFailure);
}
