import type uPlot from 'uplot';
import type { PlotColors, PlotLine, PlotSource } from './plot.ts';

/** Rows of crosses: a low chart has no room for more. */
const ROWS_MAX = 4;

/** A band where there was no connection, at least a pixel wide. */
export function drawOffline(plot: uPlot, colors: PlotColors, source: PlotSource): void {
  const { ctx, bbox } = plot;
  const within = (x: number) => Math.min(Math.max(x, bbox.left), bbox.left + bbox.width);
  ctx.save();
  ctx.fillStyle = colors.offline;
  for (const span of source.offline()) {
    const from = within(plot.valToPos(span.from, 'x', true));
    const to = within(plot.valToPos(span.to, 'x', true));
    ctx.fillRect(from, bbox.top, Math.max(to - from, devicePixelRatio), bbox.height);
  }
  ctx.restore();
}

/** A cross at the foot of the chart where an answer never came; above others where it would cover them. */
export function drawUnanswered(plot: uPlot, lines: readonly PlotLine[], source: PlotSource): void {
  const { ctx, bbox } = plot;
  const arm = 4 * devicePixelRatio;
  const marks = source.unanswered().flatMap((times, at) => {
    const line = lines[at];
    if (!line?.shown) return [];
    return times.map((time) => ({ x: plot.valToPos(time, 'x', true), color: line.color }));
  });
  /** Where the last cross of each row is. */
  const rows: number[] = [];
  ctx.save();
  ctx.lineWidth = 2 * devicePixelRatio;
  for (const { x, color } of marks.sort((one, other) => one.x - other.x)) {
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    const free = rows.findIndex((last) => x - last >= 2 * arm);
    const row = free < 0 ? rows.length % ROWS_MAX : free;
    rows[row] = x;
    const y = bbox.top + bbox.height - (2 + 3 * row) * arm;
    ctx.strokeStyle = color;
    ctx.beginPath();
    ctx.moveTo(x - arm, y - arm);
    ctx.lineTo(x + arm, y + arm);
    ctx.moveTo(x - arm, y + arm);
    ctx.lineTo(x + arm, y - arm);
    ctx.stroke();
  }
  ctx.restore();
}

/** A line at the time of the packet that is selected, and a ring around each of its points. */
export function drawMark(plot: uPlot, colors: PlotColors, source: PlotSource): void {
  const marked = source.marked();
  const [from, to] = source.span();
  if (marked === null || marked.time < from || marked.time > to) return;
  const { ctx, bbox } = plot;
  const x = plot.valToPos(marked.time, 'x', true);
  const pixel = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = colors.mark;
  ctx.lineWidth = pixel;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.lineWidth = 2 * pixel;
  for (const [at, rows] of source.rows().entries()) {
    const series = plot.series[at + 1];
    const place = rows.indexOf(marked.row);
    const [time, value] = [plot.data[0][place], plot.data[at + 1]?.[place]];
    if (!series?.show || time === undefined || value == null) continue;
    ctx.beginPath();
    const y = plot.valToPos(value, series.scale ?? '', true);
    ctx.arc(plot.valToPos(time, 'x', true), y, 5 * pixel, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.restore();
}
