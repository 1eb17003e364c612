import type { CommandOutput } from '../../../shared/contract/commands.ts';
import { type DensitySlice, densityFamilies } from '../../../shared/contract/ladder-commands.ts';
import type { ViewMarks } from '../../../shared/contract/mark-commands.ts';
import type { Columns } from '../../../shared/filter/columns.ts';
import {
  type PacketFamily,
  packetFamilyOf,
  packetTypeOf,
} from '../../../shared/mqtt/packet-types.ts';
import { isRefusal } from '../../../shared/mqtt/reason-codes.ts';
import type { Capture } from './capture.ts';
import { captureColumns } from './filter-columns.ts';
import type { ViewRows } from './view-rows.ts';
import { SLICE_MS, type Turns } from './view-turns.ts';

/** Rows that are counted together once, and not again until one of them changes. */
const BLOCK_ROWS = 256;
const FAMILIES = densityFamilies.length;
/** Counts of a block: families sent, families received, problems. */
const COUNTS = 2 * FAMILIES + 1;
const PROBLEMS = 2 * FAMILIES;
const BROKEN = densityFamilies.indexOf('broken');

const familyNumber = new Map<PacketFamily, number>(
  densityFamilies.map((family, number) => [family, number]),
);

type Counts = number[];

/** How the rows of a view lie in time, counted in blocks that are kept: a million cost once. */
export class ViewDensity {
  private readonly capture: Capture;
  private readonly rows: ViewRows;
  private readonly turns: Turns;
  private readonly columns: Columns;
  private readonly blocks: Counts[] = [];

  constructor(capture: Capture, rows: ViewRows, turns: Turns) {
    this.capture = capture;
    this.rows = rows;
    this.turns = turns;
    this.columns = captureColumns(capture);
  }

  /** Rows at a position and behind it have changed, or others stand there. */
  changed(position: number): void {
    this.blocks.length = Math.min(this.blocks.length, Math.floor(position / BLOCK_ROWS));
  }

  /** Slices of equal time from the capture's first packet to its last. */
  async slices(count: number): Promise<CommandOutput<'view.density'>> {
    const { index } = this.capture.log;
    if (this.rows.total === 0 || index.length === 0) return { from: 0, to: 0, slices: [] };
    await this.countBlocks();
    const from = index.time(0);
    const to = Math.max(from + 1, index.time(index.length - 1) + 1);
    const slices: DensitySlice[] = [];
    let sliceEnds = performance.now() + SLICE_MS;
    let first = 0;
    for (let slice = 0; slice < count; slice += 1) {
      if (performance.now() >= sliceEnds) {
        await this.turns.next();
        sliceEnds = performance.now() + SLICE_MS;
      }
      const end = this.positionAt(from + ((to - from) * (slice + 1)) / count);
      slices.push(this.slice(first, end));
      first = end;
    }
    return { from, to, slices };
  }

  /** What is wrong with the rows, in `count` parts of as many rows each; in fewer of a shorter view. */
  async problems(count: number): Promise<Pick<ViewMarks, 'total' | 'broken' | 'unanswered'>> {
    await this.countBlocks();
    const { total } = this.rows;
    const parts = Math.min(count, total);
    const broken: number[] = [];
    const unanswered: number[] = [];
    let sliceEnds = performance.now() + SLICE_MS;
    for (let part = 0; part < parts; part += 1) {
      if (performance.now() >= sliceEnds) {
        await this.turns.next();
        sliceEnds = performance.now() + SLICE_MS;
      }
      const first = Math.floor((total * part) / parts);
      const end = Math.floor((total * (part + 1)) / parts);
      const { sent, received, problems } = this.slice(first, end);
      const count = (sent[BROKEN] ?? 0) + (received[BROKEN] ?? 0);
      broken.push(count);
      unanswered.push(problems - count);
    }
    return { total, broken, unanswered };
  }

  private async countBlocks(): Promise<void> {
    let sliceEnds = performance.now() + SLICE_MS;
    while ((this.blocks.length + 1) * BLOCK_ROWS <= this.rows.total) {
      if (performance.now() >= sliceEnds) {
        await this.turns.next();
        sliceEnds = performance.now() + SLICE_MS;
        continue;
      }
      const start = this.blocks.length * BLOCK_ROWS;
      const counts = noCounts();
      this.countRows(counts, start, start + BLOCK_ROWS);
      this.blocks.push(counts);
    }
  }

  private slice(first: number, end: number): DensitySlice {
    const counts = noCounts();
    let position = first;
    while (position < end) {
      const block = this.blocks[position / BLOCK_ROWS];
      if (block !== undefined && position + BLOCK_ROWS <= end) {
        for (let at = 0; at < COUNTS; at += 1) counts[at] = (counts[at] ?? 0) + (block[at] ?? 0);
        position += BLOCK_ROWS;
      } else {
        const next = Math.min(end, (Math.floor(position / BLOCK_ROWS) + 1) * BLOCK_ROWS);
        this.countRows(counts, position, next);
        position = next;
      }
    }
    return {
      first,
      sent: counts.slice(0, FAMILIES),
      received: counts.slice(FAMILIES, 2 * FAMILIES),
      problems: counts[PROBLEMS] ?? 0,
    };
  }

  private countRows(counts: Counts, start: number, end: number): void {
    const last = Math.min(end, this.rows.total);
    for (let position = start; position < last; position += 1) {
      const row = this.rows.rowAt(position);
      const family = this.familyOf(row);
      const at = this.columns.sent(row) ? family : FAMILIES + family;
      counts[at] = (counts[at] ?? 0) + 1;
      const isProblem = family === BROKEN || this.columns.unanswered(row);
      if (isProblem) counts[PROBLEMS] = (counts[PROBLEMS] ?? 0) + 1;
    }
  }

  private familyOf(row: number): number {
    const header = this.columns.header(row);
    if (this.columns.broken(row) || isRefusal(header, this.columns.code(row))) return BROKEN;
    return familyNumber.get(packetFamilyOf(packetTypeOf(header))) ?? BROKEN;
  }

  /** Position of the first row at or after a time; rows are in the order of time. */
  private positionAt(time: number): number {
    let low = 0;
    let high = this.rows.total;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.columns.time(this.rows.rowAt(middle)) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const noCounts = (): Counts => new Array<number>(COUNTS).fill(0);
