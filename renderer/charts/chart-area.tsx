import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SeriesSource } from '../../shared/contract/series.ts';
import { type ChartKind, chartStore, removeSeries } from '../stores/charts.ts';
import { useSelectedRow } from '../stores/view/selection.ts';
import type { View } from '../stores/view/view.ts';
import { Chart } from './chart.tsx';
import { usualLook } from './chart-looks.ts';
import { ChartMarks } from './chart-marks.tsx';
import { type ChartSeries, formatInterval, hiddenAtFirst, keyOf } from './chart-series.ts';
import type { TimeSpan } from './chart-window.ts';
import classes from './charts.module.css';
import { ReadFailure } from './read-failure.tsx';
import { SearchProgress } from './search-progress.tsx';
import { SeriesTable } from './series-table.tsx';
import { useMarked } from './use-marked.ts';
import { type SeriesRead, useSeries } from './use-series.ts';

/** Microseconds around a capture that is but a moment. */
const MOMENT = 500_000;
/** Part of a capture's time that is shown before and after it: points at its ends are not cut. */
const MARGIN = 0.015;

const nothingYet = {
  values: ['noValues', 'noValuesHint'],
  roundTrips: ['noRoundTrips', 'noRoundTripsHint'],
  rates: ['noRates', 'noRatesHint'],
} as const;

interface Props {
  readonly captureId: string;
  readonly view: View;
  readonly kind: ChartKind;
  readonly sources: readonly SeriesSource[];
  /** null for all there is. */
  readonly span: TimeSpan | null;
  onZoom(span: TimeSpan | null): void;
  onSelect(row: number): void;
}

/** One chart with its legend, or what is to be said while there is none. */
export function ChartArea(props: Props) {
  const { captureId, view, kind, sources, span, onZoom, onSelect } = props;
  const { t } = useTranslation();
  const { read, error, stopped, stop, resume } = useSeries(captureId, sources, span);
  const marked = useMarked(view, useSelectedRow(captureId));
  const [hidden, setHidden] = useState(hiddenAtFirst);
  const looks = useStore(chartStore, (state) => state.drawn[captureId]);

  function toggle(source: SeriesSource): void {
    const after = new Set(hidden);
    if (!after.delete(keyOf(source))) after.add(keyOf(source));
    setHidden(after);
  }

  if (error !== null) return <ReadFailure error={error} onRetry={resume} />;
  if (read === null) return null;
  const whole = wholeOf(read);
  const series = seriesOf(read, kind, hidden, looks ?? {});
  const [source] = sources;
  const interval = source?.kind === 'rate' ? formatInterval(source.interval) : '';
  const done = read.searched >= read.packets;
  return (
    <>
      <SearchProgress
        searched={read.searched}
        packets={read.packets}
        stopped={stopped}
        onStop={stop}
        onResume={resume}
      />
      {whole !== null && series.some(({ points }) => points.times.length > 0) ? (
        <Chart
          series={series}
          span={span ?? whole}
          whole={whole}
          offline={read.offline}
          marked={marked}
          onZoom={onZoom}
          onPick={onSelect}
        />
      ) : (
        done && (
          <div className={classes.empty}>
            <strong>{t(`charts.${nothingYet[kind][0]}`, { interval })}</strong>
            <span>{t(`charts.${nothingYet[kind][1]}`)}</span>
          </div>
        )
      )}
      <ChartMarks series={series} offline={read.offline.length} />
      {series.length > 0 && (
        <div className={classes.tableArea}>
          <SeriesTable
            series={series}
            onToggle={toggle}
            counted={kind !== 'rates'}
            onRemove={kind === 'values' ? (source) => removeSeries(captureId, source) : null}
          />
        </div>
      )}
    </>
  );
}

/** What is drawn: of exchanges only those that there were. */
function seriesOf(
  { sources, series }: SeriesRead,
  kind: ChartKind,
  hidden: ReadonlySet<string>,
  looks: Readonly<Record<string, number>>,
): ChartSeries[] {
  const all = sources.flatMap((source, at) => {
    const points = series[at];
    if (!points) return [];
    const key = keyOf(source);
    return [{ source, points, look: looks[key] ?? usualLook(source, at), shown: !hidden.has(key) }];
  });
  if (kind !== 'roundTrips') return all;
  return all.filter(({ points }) => points.times.length + points.unanswered.length > 0);
}

/** All the time there is something of. */
function wholeOf({ start, end }: SeriesRead): TimeSpan | null {
  if (start === null || end === null) return null;
  const margin = end > start ? (end - start) * MARGIN : MOMENT;
  return { from: start - margin, to: end + margin };
}
