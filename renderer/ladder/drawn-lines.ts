import type { Finding, PacketRow } from '../../shared/contract/packets.ts';
import { momentText, type TimeScale, timeText } from '../components/time-text.ts';
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
  readonly scale: TimeScale;
  /** What is wrong with packets, by row of the capture. */
  readonly findings: ReadonlyMap<number, Finding>;
  idOf(item: number): string;
}

export const rowsOf = (view: View): Rows => ({
  rowAt: view.rowAt,
  numberAt: (position) => view.rowAt(position)?.row ?? view.numberAt(position),
});

/** What stands in the lines from `first` on. */
export function drawnLines(options: LinesOptions): DrawnLines {
  const { rows, items, first, count, selectedRow, scale, findings, idOf } = options;
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
      },
    });
  }
  return { lines, placed, active };
}

/** The lanes leave room for the time of day only. */
const withoutDate = (scale: TimeScale): TimeScale =>
  scale.kind === 'clock' ? { kind: 'clock', date: false } : scale;

function idleBefore(row: PacketRow | undefined, before: PacketRow | undefined): number | null {
  if (!row || !before) return null;
  const idle = row.time - before.time;
  return idle >= IDLE_US ? idle : null;
}
