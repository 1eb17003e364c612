import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type uPlot from 'uplot';
import { chartData } from './chart-data.ts';
import { lookAt } from './chart-looks.ts';
import { shareAxes } from './chart-scales.ts';
import { type ChartSeries, formatValue, rateName, seriesName, spokenName } from './chart-series.ts';
import { formatPoint } from './chart-time.ts';
import type { TimeSpan } from './chart-window.ts';
import { zoomed } from './chart-window.ts';
import classes from './charts.module.css';
import { makePlot, type PlotLine, type PlotSource } from './plot.ts';
import type { PlotCursor } from './plot-cursor.ts';
import { Readout } from './readout.tsx';

/** Points that Page Up and Page Down go. */
const PAGE = 20;

interface Props {
  readonly series: readonly ChartSeries[];
  /** What is drawn, and all there is. */
  readonly span: TimeSpan;
  readonly whole: TimeSpan;
  /** Spans without a connection. */
  readonly offline: readonly TimeSpan[];
  /** The selected packet. */
  readonly marked: { readonly row: number; readonly time: number } | null;
  onZoom(span: TimeSpan | null): void;
  onPick(row: number): void;
}

/** Lines over time: drawn on a canvas, read from the line above it, moved through by arrow keys. */
export function Chart({ series, span, whole, offline, marked, onZoom, onPick }: Props) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme();
  const keysId = useId();
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const data = useMemo(() => chartData(series.map(({ points }) => points)), [series]);
  const lines = linesOf(series);
  const look = JSON.stringify([scheme, lines]);
  const [cursor, setCursor] = useState<PlotCursor | null>(null);
  const latest = useRef({ data, series, span, offline, marked, onZoom, onPick });
  latest.current = { data, series, span, offline, marked, onZoom, onPick };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` says all that the lines do
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const source: PlotSource = {
      span: () => [latest.current.span.from / 1_000, latest.current.span.to / 1_000],
      rows: () => latest.current.data.rows,
      offline: () =>
        latest.current.offline.map(({ from, to }) => ({ from: from / 1_000, to: to / 1_000 })),
      unanswered: () =>
        latest.current.series.map(({ points }) => points.unanswered.map((time) => time / 1_000)),
      marked: () => {
        const { marked } = latest.current;
        return marked && { row: marked.row, time: marked.time / 1_000 };
      },
      onZoom: (next) => latest.current.onZoom(next),
      onReset: () => latest.current.onZoom(null),
      onPick: (row) => latest.current.onPick(row),
      onCursor: setCursor,
    };
    const color = (name: string) => getComputedStyle(element).getPropertyValue(name);
    const made = makePlot(
      element,
      lines.map((line) => ({ ...line, color: color(line.color) })),
      {
        text: color('--text-dimmed'),
        grid: color('--hairline'),
        mark: color('--mantine-color-anchor'),
        surface: color('--surface'),
        offline: color('--hairline'),
      },
      source,
    );
    plot.current = made;
    made.setData(latest.current.data.aligned);
    const observer = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [look]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another span shows other data
  useEffect(() => plot.current?.setData(data.aligned), [data, span.from, span.to]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the plot asks for what is marked
  useEffect(() => plot.current?.redraw(false), [marked?.row, marked?.time]);

  const times = data.aligned[0];
  const at = cursor?.at ?? null;
  const entries = series.flatMap(({ source, shown, look: own }, index) => {
    const place = cursor?.places[index];
    const value = place == null ? null : data.aligned[index + 1]?.[place];
    if (!shown || value == null) return [];
    return [{ source, value: formatValue(source, value), look: own }];
  });
  const [read] = entries;
  const interval = read?.source.kind === 'rate' ? read.source.interval : 0;
  const clock = cursor === null ? '' : formatPoint(Math.round(cursor.time * 1_000), interval);

  /** @param step where to go on from a time at which nothing that is shown has a value */
  function moveTo(place: number, step: 1 | -1 = 1): void {
    let to = Math.min(Math.max(0, place), times.length - 1);
    while (!series.some(({ shown }, line) => shown && data.aligned[line + 1]?.[to] != null)) {
      to += step;
      if (times[to] === undefined) return;
    }
    const made = plot.current;
    const next = times[to];
    if (!made || next === undefined) return;
    made.setCursor({ left: made.valToPos(next, 'x'), top: made.over.clientHeight / 2 });
  }

  /** The packet of the first series with a point at the cursor. */
  function pick(): void {
    for (const [index, place] of (cursor?.places ?? []).entries()) {
      const row = place == null ? -1 : (data.rows[index]?.[place] ?? -1);
      if (series[index]?.shown && row >= 0) {
        onPick(row);
        return;
      }
    }
  }

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const around = cursor === null ? (span.from + span.to) / 2 : cursor.time * 1_000;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowRight: () => moveTo(at === null ? 0 : at + 1),
      ArrowLeft: () => moveTo(at === null ? times.length - 1 : at - 1, -1),
      PageUp: () => moveTo((at ?? 0) + PAGE, -1),
      PageDown: () => moveTo((at ?? times.length) - PAGE),
      Home: () => moveTo(0),
      End: () => moveTo(times.length - 1, -1),
      Enter: pick,
      '+': () => onZoom(zoomed(span, whole, around, 'in')),
      '-': () => onZoom(zoomed(span, whole, around, 'out')),
      '0': () => onZoom(null),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  return (
    <div className={classes.chart}>
      <Readout clock={clock} entries={entries} shown={lines.filter((line) => line.shown).length} />
      <div
        role="slider"
        aria-label={t('charts.chart')}
        aria-orientation="horizontal"
        aria-describedby={keysId}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, times.length - 1)}
        aria-valuenow={at ?? 0}
        aria-valuetext={
          clock === ''
            ? t('charts.noPoint')
            : [clock, ...entries.map(({ source, value }) => `${spokenName(source)} ${value}`)].join(
                ', ',
              )
        }
        tabIndex={0}
        className={classes.plot}
        onKeyDown={press}
      >
        <div ref={host} className={classes.host} />
      </div>
      <span id={keysId} hidden>
        {t('charts.keys')}
      </span>
    </div>
  );
}

/** How the series are drawn, with the names of their colours. */
function linesOf(series: readonly ChartSeries[]): PlotLine[] {
  // Times, and what is counted, have one unit: on axes of their own, equal ones would lie apart.
  const axes = shareAxes(
    series.map(({ source, points: { min, max }, shown }) =>
      shown && source.kind === 'field' && min !== null && max !== null ? { min, max } : null,
    ),
  );
  return series.map(({ source, look, shown }, index) => ({
    name: seriesName(source),
    ...lookAt(look),
    axis: axes[index] ?? 0,
    shown,
    fromZero: source.kind !== 'field',
    counted: source.kind === 'rate' ? rateName(source) : null,
    events: source.kind === 'roundTrip',
    format: (value) => formatValue(source, value),
  }));
}
