import type { ViewSearch } from '../../../shared/contract/events.ts';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import type { Capture } from './capture.ts';

/** The rows of a view by their position in it. */
export interface ViewRows {
  readonly total: number;
  /** How far the filter has come; null without one. */
  readonly search: ViewSearch | null;
  /** Grows whenever rows came in or went out before its end: others stand at some positions then. */
  readonly arrangement: number;
  /** Rows at `start` to `start + count - 1`, fewer at the end. */
  page(start: number, count: number): PacketRow[];
  /** Row of the capture at a position below `total`. */
  rowAt(position: number): number;
  /** Position of a row of the capture, or of the first one behind it. */
  positionOf(row: number): { position: number; found: boolean };
  /** A row of the capture changed: its answer arrived or is overdue. */
  rowChanged(row: number): void;
  /** A connection ended, or the capture: what waits for an answer there goes without. */
  connectionEnded(): void;
  /** The lowest position that changed since it was last asked for, or null. */
  takeChanged(): number | null;
  /** Goes on to packets that are new; called again and again. */
  advance(): void;
  /** Ends what goes on in the background. */
  stop(): void;
}

/** Every row of a capture. */
export class AllRows implements ViewRows {
  readonly search = null;
  readonly arrangement = 0;
  private readonly capture: Capture;
  private readonly changes = new LowestChange();

  constructor(capture: Capture) {
    this.capture = capture;
  }

  get total(): number {
    return this.capture.log.index.length;
  }

  page(start: number, count: number): PacketRow[] {
    return this.capture.rows(start, count);
  }

  rowAt(position: number): number {
    return position;
  }

  positionOf(row: number): { position: number; found: boolean } {
    return { position: Math.min(row, this.total), found: row < this.total };
  }

  rowChanged(row: number): void {
    this.changes.add(row);
  }

  connectionEnded(): void {
    this.changes.add(0);
  }

  takeChanged(): number | null {
    return this.changes.take();
  }

  advance(): void {}

  stop(): void {}
}

/** The lowest of the positions that changed. */
export class LowestChange {
  private lowest: number | null = null;

  add(position: number): void {
    if (this.lowest === null || position < this.lowest) this.lowest = position;
  }

  take(): number | null {
    const { lowest } = this;
    this.lowest = null;
    return lowest;
  }
}
