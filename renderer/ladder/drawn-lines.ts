import type { Finding, PacketRow } from '../../shared/contract/packets.ts';
import { answerOf } from '../../shared/session/answer.ts';
import { momentText, type TimeScale, timeText } from '../components/time-text.ts';
import { isInRanges, type RowRange } from '../stores/view/row-ranges.ts';
import type { View } from '../stores/view/view.ts';
import type { PlacedRow } from './bars.ts';
import type { DrawnLine } from './diagram.tsx';
import type { LadderItems } from './items.ts';

/** Microseconds without a packet that are told as idle. */
const IDLE_US = 1_000_000;

/** Reads the rows of a view by position: those that are held, or that a picture is made of. */
export interface Rows {
  rowAt(position: number): PacketRow | undefined;
  numberAt(position: number): number | undefined;
  /** Whether a row of the capture is among those of the view, as far as is known. */
  isShown(row: number): boolean;
}

export interface DrawnLines {
  readonly lines: readonly DrawnLine[];
  readonly placed: readonly PlacedRow[];
  /** The line of the selected packet among all; null if it is not among these. */
  readonly active: number | null;
}

export interface LinesOptions {
  readonly rows: Rows;
  readonly items: LadderItems;
  readonly first: number;
  readonly count: number;
  readonly selectedRow: number | null;
  /** Rows of the capture that are chosen together; empty where the selected one is alone. */
  readonly chosen: readonly RowRange[];
  readonly scale: TimeScale;
  /** What is wrong with packets, by row of the capture. */
  readonly findings: ReadonlyMap<number, Finding>;
  idOf(item: number): string;
}

export const rowsOf = (view: View): Rows => ({
  rowAt: view.rowAt,
  numberAt: (position) => view.rowAt(position)?.row ?? view.numberAt(position),
  isShown: (row) => view.positionOf(row) !== undefined,
});

/** What stands in the lines from `first` on. */
export function drawnLines(options: LinesOptions): DrawnLines {
  const { rows, items, first, count, selectedRow, chosen, scale, findings, idOf } = options;
  const lines: DrawnLine[] = [];
  const placed: PlacedRow[] = [];
  let active: number | null = null;
  for (let item = first; item < first + count; item += 1) {
    // By its place on the screen: no element is moved in the document when lines scroll.
    const key = item - first;
    const found = items.at(item);
    if (found.kind === 'band') {
      lines.push({
        key,
        kind: 'band',
        props: { item, band: found.band, time: momentText(found.band.time, scale) },
      });
      continue;
    }
    const { position } = found;
    const row = rows.rowAt(position);
    const before = rows.rowAt(position - 1);
    const number = rows.numberAt(position);
    const selected = selectedRow !== null && number === selectedRow;
    if (selected) active = item;
    if (row) placed.push({ item, row });
    lines.push({
      key,
      kind: 'packet',
      props: {
        id: idOf(item),
        item,
        number,
        row,
        finding: number === undefined ? undefined : findings.get(number),
        time: row ? timeText(row, before?.time, withoutDate(scale)) : '',
        idle: idleBefore(row, before),
        selected,
        chosen: chosen.length === 0 ? selected : isInRanges(chosen, number ?? -1),
        answerHidden: row !== undefined && isAnswerHidden(row, rows),
      },
    });
  }
  return { lines, placed, active };
}

function isAnswerHidden(row: PacketRow, rows: Rows): boolean {
  const answer = answerOf(row);
  return answer !== null && !rows.isShown(answer.row);
}

/** The lanes leave room for the time of day only. */
const withoutDate = (scale: TimeScale): TimeScale =>
  scale.kind === 'clock' ? { kind: 'clock', date: false } : scale;

/** Between packets that follow each other alone: what a filter hides was no idle time. */
function idleBefore(row: PacketRow | undefined, before: PacketRow | undefined): number | null {
  if (!row || before?.row !== row.row - 1) return null;
  const idle = row.time - before.time;
  return idle >= IDLE_US ? idle : null;
}
