import uPlot from 'uplot';
import { AXES_MAX } from './chart-scales.ts';
import { formatTick } from './chart-time.ts';
import type { TimeSpan } from './chart-window.ts';
import { cursorPlugin, type PlotCursor } from './plot-cursor.ts';
import { drawMark, drawOffline, drawUnanswered } from './plot-marks.ts';

/** Pixels around a point within which a click means it. */
const CLICK_REACH = 30;
/** Pixels that numbers beside an axis have at least, and that one of their digits takes. */
const NUMBERS_SIZE = 40;
const DIGIT_SIZE = 6.5;
/** Pixels between an axis and its numbers. */
const NUMBERS_GAP = 12;
/** Pixels across the name of an axis. */
const LABEL_SIZE = 18;
/** Pixels between points that are drawn: nearer ones would be but a thick line. */
const POINT_SPACE = 10;
/** Pixels that a drag has to go to be one. */
const DRAG_DISTANCE = 5;

/** How one series is drawn. */
export interface PlotLine {
  readonly name: string;
  readonly color: string;
  readonly dash: readonly number[];
  /** Its points are filled with its colour. */
  readonly filled: boolean;
  /** Its axis, 0 to AXES_MAX - 1. */
  readonly axis: number;
  readonly shown: boolean;
  /** Its values are of single events: the line between them means nothing, and is thin. */
  readonly events: boolean;
  /** Its axis begins at zero. */
  readonly fromZero: boolean;
  /** What its values are whole numbers of, which they do not say themselves; null for what they do. */
  readonly counted: string | null;
  format(value: number): string;
}

export interface PlotColors {
  readonly text: string;
  readonly grid: string;
  readonly mark: string;
  readonly surface: string;
  readonly offline: string;
}

/** What a plot asks for when it draws; the answers may change from time to time. */
export interface PlotSource {
  /** Milliseconds since the epoch. */
  span(): [from: number, to: number];
  rows(): readonly (readonly (number | null | undefined)[])[];
  /** Spans without a connection, milliseconds since the epoch. */
  offline(): readonly { readonly from: number; readonly to: number }[];
  /** For each line, the times at which an answer never came. */
  unanswered(): readonly (readonly number[])[];
  /** The packet to mark; its time in milliseconds since the epoch. */
  marked(): { readonly row: number; readonly time: number } | null;
  onZoom(span: TimeSpan): void;
  onReset(): void;
  onPick(row: number): void;
  /** Where the cursor is; null if it left. */
  onCursor(cursor: PlotCursor | null): void;
}

/** Steps of an axis of whole numbers. */
const wholeSteps = [...Array(15).keys()].flatMap((zeros) =>
  [1, 2, 5].map((step) => step * 10 ** zeros),
);

const scaleOf = (axis: number) => `y${axis}`;

/** Makes a plot of a size inside an element; its data is set afterwards. */
export function makePlot(
  host: HTMLElement,
  lines: readonly PlotLine[],
  colors: PlotColors,
  source: PlotSource,
): uPlot {
  const font = `11px ${getComputedStyle(host).fontFamily}`;
  const axis = { font, stroke: colors.text, ticks: { show: false }, border: { show: false } };
  const shown = lines.filter((line) => line.shown);
  const axes = [...Array(AXES_MAX).keys()].filter((at) => shown.some((line) => line.axis === at));
  return new uPlot(
    {
      width: Math.max(1, host.clientWidth),
      height: Math.max(1, host.clientHeight),
      ms: 1,
      // Rounded, as the plot does by itself, a span that begins within a millisecond has ticks just before
      // whole seconds.
      tzDate: (time) => new Date(Math.floor(time)),
      padding: [8, axes.length > 1 ? 0 : 36, 0, 0],
      legend: { show: false },
      cursor: {
        drag: { x: true, y: false, setScale: false, dist: DRAG_DISTANCE },
        hover: {
          skip: [undefined, null],
          // Between two events there is nothing to read.
          prox: (_plot, at) => (lines[at - 1]?.events ? CLICK_REACH : null),
        },
        points: { size: 8, fill: (_plot, at) => lines[at - 1]?.color ?? '' },
        bind: {
          dblclick: () => () => {
            source.onReset();
            return null;
          },
        },
      },
      scales: {
        x: { time: true, range: () => source.span() },
        ...Object.fromEntries(
          axes.map((at) => [scaleOf(at), scaleFor(shown.filter((line) => line.axis === at))]),
        ),
      },
      axes: [
        {
          ...axis,
          grid: { stroke: colors.grid, width: 1 },
          size: 30,
          // Below the lowest number beside the axis, whose lower half reaches as far.
          gap: 7,
          space: 90,
          values: (_plot, splits, _axis, _space, step) =>
            splits.map((time) => formatTick(time, step)),
        },
        ...axes.map((at, order) => {
          const own = shown.filter((line) => line.axis === at);
          const [first] = own;
          return {
            ...axis,
            scale: scaleOf(at),
            side: order === 0 ? (3 as const) : (1 as const),
            // Several axes are told apart by the colour of their only line, and by their order.
            stroke: axes.length > 1 && own.length === 1 && first ? first.color : colors.text,
            grid: { show: order === 0, stroke: colors.grid, width: 1 },
            size: (_plot: uPlot, texts: string[] | null) => roomFor(texts ?? []),
            ...(first?.counted != null && {
              incrs: wholeSteps,
              label: first.counted,
              labelFont: font,
              labelSize: LABEL_SIZE,
            }),
            values: (_plot: uPlot, splits: number[]) =>
              // Nothing is nothing in every unit: its own may be another than that of the others.
              splits.map((value) => (value === 0 ? '0' : (first?.format(value) ?? ''))),
          };
        }),
      ],
      series: [
        {},
        ...lines.map((line) => ({
          label: line.name,
          scale: scaleOf(line.axis),
          show: line.shown,
          stroke: line.color,
          width: line.events ? 0.75 : 1.5,
          dash: [...line.dash],
          points: {
            size: 5,
            fill: line.filled ? line.color : colors.surface,
            show: hasRoomForPoints,
          },
        })),
      ],
      plugins: [cursorPlugin((cursor) => source.onCursor(cursor))],
      hooks: {
        setSelect: [(plot) => select(plot, source)],
        drawAxes: [(plot) => drawOffline(plot, colors, source)],
        draw: [
          (plot) => drawUnanswered(plot, lines, source),
          (plot) => drawMark(plot, colors, source),
        ],
        ready: [(plot) => plot.over.addEventListener('click', () => pick(plot, source))],
      },
    },
    [[], ...lines.map(() => [])],
    host,
  );
}

/** Whether a line has so few points in sight that each can be seen; the plot itself counts those of all. */
function hasRoomForPoints(plot: uPlot, at: number, from: number, to: number): boolean {
  let points = 0;
  for (let place = from; place <= to; place += 1) if (plot.data[at]?.[place] != null) points += 1;
  return points * POINT_SPACE <= plot.over.clientWidth;
}

function roomFor(texts: readonly string[]): number {
  const longest = Math.max(0, ...texts.map(({ length }) => length));
  return Math.max(NUMBERS_SIZE, longest * DIGIT_SIZE + NUMBERS_GAP);
}

function scaleFor(lines: readonly PlotLine[]): uPlot.Scale {
  if (!lines.every(({ fromZero }) => fromZero)) return { auto: true };
  return { auto: true, range: (_plot, _min, max) => [0, max > 0 ? max * 1.1 : 1] };
}

function select(plot: uPlot, source: PlotSource): void {
  const { left, width } = plot.select;
  if (width < DRAG_DISTANCE) return;
  const [from, to] = [plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')];
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  source.onZoom({ from: from * 1_000, to: to * 1_000 });
}

/** The packet of the point that lies nearest to the cursor, if one is within reach. */
function pick(plot: uPlot, source: PlotSource): void {
  const { left = -1, top = -1, idxs = [] } = plot.cursor;
  let nearest = { row: -1, distance: CLICK_REACH };
  for (const [at, series] of plot.series.entries()) {
    const place = idxs[at];
    const time = place == null ? null : plot.data[0][place];
    const value = place == null ? null : plot.data[at]?.[place];
    if (at === 0 || !series.show || time == null || value == null || place == null) continue;
    const across = plot.valToPos(time, 'x') - left;
    const down = plot.valToPos(value, series.scale ?? '') - top;
    const row = source.rows()[at - 1]?.[place] ?? -1;
    const distance = Math.hypot(across, down);
    if (row >= 0 && distance < nearest.distance) nearest = { row, distance };
  }
  if (nearest.row >= 0) source.onPick(nearest.row);
}
