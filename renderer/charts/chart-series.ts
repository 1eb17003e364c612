import { directionSchema } from '../../shared/contract/packets.ts';
import {
  exchangeKinds,
  type FieldSource,
  type RateInterval,
  type RateSource,
  rateKinds,
  type SeriesPoints,
  type SeriesSource,
} from '../../shared/contract/series.ts';
import { printPath } from '../../shared/filter/print-filter.ts';
import { formatBytes, formatDuration } from '../components/format.ts';
import { i18n } from '../i18n/setup.ts';
import type { ChartKind, Counting } from '../stores/charts.ts';

/** A series as it is drawn. */
export interface ChartSeries {
  readonly source: SeriesSource;
  readonly points: SeriesPoints;
  /** Which of the sixteen looks it has, as `lookAt` counts them. */
  readonly look: number;
  readonly shown: boolean;
}

/** What a series is known by, however it is counted. */
export function keyOf(source: SeriesSource): string {
  return source.kind === 'rate' ? source.of : JSON.stringify(source);
}

const roundTrips: readonly SeriesSource[] = exchangeKinds.flatMap((of) =>
  directionSchema.options.map((direction) => ({ kind: 'roundTrip', of, direction }) as const),
);

/** What is drawn in a kind of chart. */
export function sourcesOf(
  kind: ChartKind,
  chosen: readonly FieldSource[],
  counting: Counting,
): readonly SeriesSource[] {
  if (kind === 'values') return chosen;
  if (kind === 'roundTrips') return roundTrips;
  return rateKinds.map((of) => ({ kind: 'rate', of, ...counting }));
}

/** Series that are not shown until the user asks: the families add up to the directions. */
export const hiddenAtFirst: ReadonlySet<string> = new Set(
  rateKinds.filter((of) => of !== 'sent' && of !== 'received'),
);

/** A field by its path, without what all of them begin with. */
export function fieldName({ path }: FieldSource): string {
  return path.length === 0 ? i18n.t('charts.payload') : printPath(path).replace(/^\$\.?/, '');
}

/** What a series is called; of an exchange only what is asked: who began it is told by an arrow beside. */
export function seriesName(source: SeriesSource): string {
  if (source.kind === 'field') return fieldName(source);
  return i18n.t(
    source.kind === 'rate' ? `charts.rates.${source.of}` : `exchanges.kinds.${source.of}`,
  );
}

/** What a series is called in words alone. */
export function spokenName(source: SeriesSource): string {
  const name = seriesName(source);
  if (source.kind !== 'roundTrip') return name;
  const direction = i18n.t(`exchanges.directions.${source.direction}`);
  return i18n.t('charts.exchange', { exchange: name, direction });
}

/** A length of time that is counted in, such as `0.1 s` or `10 min`. */
export function formatInterval(interval: RateInterval): string {
  const seconds = interval / 1_000_000;
  return seconds < 60
    ? i18n.t('charts.seconds', { number: seconds })
    : i18n.t('charts.minutes', { number: seconds / 60 });
}

/** What the values of a rate are, such as `Packets per 10 s`: they are figures without it. */
export function rateName({ unit, interval }: RateSource): string {
  return i18n.t(`charts.perInterval.${unit}`, { interval: formatInterval(interval) });
}

/** A value of a series with its unit; of packets, how many. */
export function formatValue(source: SeriesSource, value: number): string {
  if (source.kind === 'roundTrip') return formatDuration(value);
  if (source.kind === 'field') return numeral(value, { maximumSignificantDigits: 7 });
  if (source.unit === 'bytes' && value >= 1_000) return formatBytes(value, 2);
  // Counts are whole numbers, but not their averages, which may be of few packets in many intervals.
  const number = numeral(
    value,
    value < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 1 },
  );
  return source.unit === 'bytes' ? `${number} B` : number;
}

function numeral(value: number, options: Intl.NumberFormatOptions): string {
  return value.toLocaleString(i18n.language, options);
}
