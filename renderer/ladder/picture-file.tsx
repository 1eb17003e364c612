import type { TFunction } from 'i18next';
import type { Finding } from '../../shared/contract/packets.ts';

import { formatCount } from '../components/format.ts';
import { momentText, type TimeScale } from '../components/time-text.ts';

import type { View } from '../stores/view/view.ts';
import { barsOf } from './bars.ts';
import { stretchesOf } from './connection-lines.ts';
import { EDGE, SLICE_HEIGHT } from './density-shapes.ts';
import { Diagram } from './diagram.tsx';
import { drawnLines, type Rows } from './drawn-lines.ts';
import { LadderItems } from './items.ts';
import type { Ends } from './ladder-head.tsx';
import { overviewLegend, packetsLegend } from './legend.tsx';
import { OverviewDrawing } from './overview-drawing.tsx';
import { drawPicture, type PictureContent, toPng } from './picture.tsx';
import { fontFaces } from './picture-fonts.ts';
import { linesOfPicture, type PictureRange } from './picture-range.ts';
import { sightOf } from './sight.ts';
import { readDensity } from './use-density.ts';
import type { ZoomLevel } from './zoom.ts';

/** Slices of an overview's picture. */
const SLICES = 200;

export interface PictureOptions {
  readonly view: View;
  readonly ends: Ends;
  readonly level: ZoomLevel;
  readonly range: PictureRange;
  readonly format: 'svg' | 'png';
  readonly scale: TimeScale;
  /** What is wrong with packets, by row of the capture. */
  readonly findings: ReadonlyMap<number, Finding>;
  readonly language: string;
  readonly t: TFunction;
}

/** Draws a picture as a file. Rejects where it cannot be drawn. */
export async function drawFile(options: PictureOptions): Promise<Blob> {
  const { format, t } = options;
  const picture = drawPicture(await contentOf(options), await fontFaces(), t);
  return format === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : toPng(picture);
}

async function contentOf(options: PictureOptions): Promise<PictureContent> {
  const { view, ends, level, range, scale, findings, language, t } = options;
  const sight = sightOf(view);
  const { start, filter } = view.store.getState();
  const answer = await view.bands();
  if (!sight || !answer) throw new Error('the view is not open');
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' });
  const notes = [date.format(start), filter && t('ladder.pictureFilter', { filter })];
  const { lanes } = sight;

  if (level === 'overview') {
    const density = await readDensity(view, SLICES, findings);
    if (!density) throw new Error('the view is not open');
    const timeText = (time: number) => momentText(Math.round(time), scale);
    return {
      lanes,
      ends,
      beside: 'problems',
      legend: overviewLegend(lanes.width, t),
      height: SLICES * SLICE_HEIGHT + 2 * EDGE,
      notes: notes.filter(Boolean),
      drawing: (
        <OverviewDrawing
          density={density}
          bands={answer.bands}
          side={ends.side}
          lanes={lanes}
          scale={1}
          cursor={null}
          selectedTime={null}
          timeText={timeText}
          t={t}
        />
      ),
    };
  }

  const { total } = view.store.getState();
  const items = new LadderItems(answer.bands, total);
  const { first, count, left } = linesOfPicture(items, level, range, sight);
  const from = items.positionAt(first);
  const rows = await view.read(Math.max(0, from - 1), count + 1);
  if (!rows) throw new Error('the view is not open');
  const rowAt = (position: number) => rows[position - Math.max(0, from - 1)];
  const shown = new Set(rows.map(({ row }) => row));
  const pictured: Rows = {
    rowAt,
    numberAt: (position) => rowAt(position)?.row,
    // Of a filtered session only these are known to be there.
    isShown: (row) => filter === '' || shown.has(row),
  };
  const drawn = drawnLines({
    rows: pictured,
    items,
    first,
    count,
    selectedRow: null,
    chosen: [],
    scale,
    findings,
    idOf: String,
  });
  const number = (value: number) => formatCount(value, language);
  if (left > 0) {
    const limit = number(total - left);
    notes.push(t('ladder.pictureFirst', { limit, number: number(total) }));
  }
  return {
    lanes,
    ends,
    beside: 'answers',
    legend: packetsLegend(lanes.width, t),
    height: count * level + EDGE,
    notes: notes.filter(Boolean),
    drawing: (
      // What tells of idle time stands on the upper edge of a line, also of the first one.
      <g transform={`translate(0 ${EDGE})`}>
        <Diagram
          lines={drawn.lines}
          first={first}
          bars={barsOf(drawn.placed, pictured.isShown)}
          stretches={stretchesOf(items, first, count)}
          selectedRow={null}
          height={level}
          lanes={lanes}
          side={ends.side}
          t={t}
        />
      </g>
    ),
  };
}
