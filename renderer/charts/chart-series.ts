import {
  exchangeKinds,
  type FieldSource,
  rateKinds,
  type SeriesPoints,
  type SeriesSource,
} from '../../shared/contract/series.ts';
import { printPath } from '../../shared/filter/print-filter.ts';
import { formatDuration } from '../components/format.ts';
import { i18n } from '../i18n/setup.ts';
import type { ChartKind } from '../stores/charts.ts';
import type { TimeSpan } from './chart-window.ts';

/** A series as it is drawn. */
export interface ChartSeries {
  readonly source: SeriesSource;
  readonly points: SeriesPoints;
  /** Which of the eight looks it has, 0 to 7. */
  readonly look: number;
  readonly shown: boolean;
}

/** How lines differ beside their colour: lengths of strokes and gaps in pixels. */
export const dashes: readonly (readonly number[])[] = [[], [8, 4], [2, 3], [10, 3, 2, 3]];
/** The variable of the theme with the colour of a look. */
export const colorOf = (look: number) => `--series-${(look % 8) + 1}`;

/** What a source is known by. */
export const keyOf = (source: SeriesSource): string => JSON.stringify(source);

const roundTrips: readonly SeriesSource[] = exchangeKinds.map((of) => ({ kind: 'roundTrip', of }));
const rates: readonly SeriesSource[] = rateKinds.map((of) => ({ kind: 'rate', of }));

/** What is drawn in a kind of chart. */
export function sourcesOf(
  kind: ChartKind,
  chosen: readonly FieldSource[],
): readonly SeriesSource[] {
  if (kind === 'values') return chosen;
  return kind === 'roundTrips' ? roundTrips : rates;
}

/** Series that are not shown until the user asks: the families add up to the directions. */
export const hiddenAtFirst: ReadonlySet<string> = new Set(
  rateKinds
    .filter((of) => of !== 'sent' && of !== 'received')
    .map((of) => keyOf({ kind: 'rate', of })),
);

/** A field by its path, without what all of them begin with. */
export function fieldName({ path }: FieldSource): string {
  return path.length === 0 ? i18n.t('charts.payload') : printPath(path).replace(/^\$\.?/, '');
}

/** What a series is called. */
export function seriesName(source: SeriesSource): string {
  if (source.kind === 'field') return fieldName(source);
  return i18n.t(
    source.kind === 'rate' ? `charts.rates.${source.of}` : `charts.exchanges.${source.of}`,
  );
}

/** A value of a series with its unit. */
export function formatValue(source: SeriesSource, value: number): string {
  if (source.kind === 'roundTrip') return formatDuration(value);
  if (source.kind === 'rate') {
    const number = value.toLocaleString(i18n.language, { maximumFractionDigits: 1 });
    return i18n.t('charts.perSecond', { number });
  }
  return value.toLocaleString(i18n.language, { maximumSignificantDigits: 7 });
}

/**
 * Seconds without packets have no value each: the average of a rate is over the whole span, and
 * where there is such a second the least is zero.
 */
export function withAverageRate(points: SeriesPoints, { from, to }: TimeSpan): SeriesPoints {
  const { average, count, min } = points;
  const seconds = Math.max(1, (to - from) / 1_000_000);
  return {
    ...points,
    average: average === null ? null : (average * count) / seconds,
    min: min !== null && count < Math.floor(seconds) ? 0 : min,
  };
}
