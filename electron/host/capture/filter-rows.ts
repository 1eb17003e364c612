import type { ViewSearch } from '../../../shared/contract/events.ts';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import type { Columns } from '../../../shared/filter/columns.ts';
import type { CompiledFilter } from '../../../shared/filter/compile-filter.ts';
import { someInExchange } from '../../../shared/filter/exchange-chain.ts';
import { expectsAnswer } from '../../../shared/session/exchange.ts';
import type { Capture } from './capture.ts';
import { captureColumns } from './filter-columns.ts';
import { FilterPayloads } from './filter-payloads.ts';
import { RowList } from './view-row-list.ts';
import { LowestChange, type ViewRows } from './view-rows.ts';
import { SLICE_MS, type Turns } from './view-turns.ts';

/** Rows, or blocks of 256 bytes of payload, between two looks at the clock. */
const STRIDE = 64;

/**
 * The rows of a capture that match a filter. All packets are tested in order, in slices; those that
 * are new are tested as `advance` is called. A row that changes afterwards is tested again if the
 * filter asks for answers, and comes in or goes out where it belongs.
 */
export class FilteredRows implements ViewRows {
  arrangement = 0;
  private readonly capture: Capture;
  private readonly filter: CompiledFilter;
  private readonly turns: Turns;
  private readonly columns: Columns;
  private readonly payloads: FilterPayloads;
  private readonly rows = new RowList();
  private readonly changes = new LowestChange();
  /** Rows below were tested. */
  private searched = 0;
  /** Tested rows that changed. */
  private readonly touched = new Set<number>();
  /** Tested rows from here on may have lost the prospect of an answer. */
  private settled = Number.POSITIVE_INFINITY;
  private work = 0;
  private running = false;
  private stopped = false;
  private error: string | null = null;

  constructor(capture: Capture, filter: CompiledFilter, turns: Turns) {
    this.capture = capture;
    this.filter = filter;
    this.turns = turns;
    this.columns = captureColumns(capture);
    this.payloads = new FilterPayloads(capture);
  }

  get total(): number {
    return this.rows.length;
  }

  get search(): ViewSearch {
    return {
      searched: this.searched,
      packets: this.capture.log.index.length,
      error: this.error,
    };
  }

  page(start: number, count: number): PacketRow[] {
    const page: PacketRow[] = [];
    const end = Math.min(start + count, this.rows.length);
    for (let at = start; at < end; at += 1) page.push(...this.capture.rows(this.rows.at(at), 1));
    return page;
  }

  rowAt(position: number): number {
    return this.rows.at(position);
  }

  positionOf(row: number): { position: number; found: boolean } {
    return { position: this.rows.positionOf(row), found: this.rows.has(row) };
  }

  rowChanged(row: number): void {
    if (this.filter.followsAnswers) this.touchExchange(row);
    else if (row < this.searched && this.rows.has(row)) {
      this.changes.add(this.rows.positionOf(row));
    }
  }

  connectionEnded(): void {
    if (this.filter.followsAnswers) this.settled = 0;
    else this.changes.add(0);
  }

  takeChanged(): number | null {
    return this.changes.take();
  }

  /** What one slice can do is done when this returns; the rest goes on in the background. */
  advance(): void {
    if (this.running || !this.hasWork) return;
    this.slice();
    if (this.hasWork) void this.run();
  }

  stop(): void {
    this.stopped = true;
    if (!this.running) this.close();
  }

  private get hasWork(): boolean {
    if (this.stopped || this.error !== null) return false;
    return (
      this.searched < this.capture.log.index.length ||
      this.touched.size > 0 ||
      this.settled < this.searched
    );
  }

  /** A new link may bring in all that the row is linked to: the packet that a filter names came last. */
  private touchExchange(changed: number): void {
    someInExchange(this.columns, changed, (row) => {
      if (row < this.searched) this.touched.add(row);
      return false;
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.hasWork) {
        await this.turns.next();
        if (this.stopped) break;
        const missing = this.slice();
        if (missing !== null) await this.payloads.load(missing);
      }
    } catch (error) {
      this.error = error instanceof Error ? error.message : String(error);
    } finally {
      this.running = false;
      if (this.stopped) this.close();
    }
  }

  /** There is nobody left to tell of a failure. */
  private close(): void {
    void this.payloads.close().catch(() => undefined);
  }

  /**
   * Works for SLICE_MS at most, except that a payload is searched to its end; answers the row whose
   * payload is missing if that ended it.
   */
  private slice(): number | null {
    const until = performance.now() + SLICE_MS;
    this.findSettled(until);
    return this.testTouched(until) ?? this.testNew(until);
  }

  private findSettled(until: number): void {
    const { index } = this.capture.log;
    for (; this.settled < this.searched; this.settled += 1) {
      if (this.isOver(until, 1)) return;
      const row = this.settled;
      if (index.peer(row) < 0 && expectsAnswer(index.header(row))) this.touched.add(row);
    }
    this.settled = Number.POSITIVE_INFINITY;
  }

  private testTouched(until: number): number | null {
    const toggled: number[] = [];
    let missing: number | null = null;
    for (const row of this.touched) {
      if (this.isOver(until, 1)) break;
      const matches = this.test(row);
      if (matches === null) {
        missing = row;
        break;
      }
      this.touched.delete(row);
      const isIn = this.rows.has(row);
      if (isIn !== matches) toggled.push(row);
      else if (isIn) this.changes.add(this.rows.positionOf(row));
    }
    if (toggled.length > 0) {
      this.changes.add(this.rows.toggle(toggled));
      this.arrangement += 1;
    }
    return missing;
  }

  private testNew(until: number): number | null {
    const { length } = this.capture.log.index;
    for (; this.searched < length; this.searched += 1) {
      if (this.isOver(until, 1)) return null;
      const matches = this.test(this.searched);
      if (matches === null) return this.searched;
      if (matches) this.rows.push(this.searched);
    }
    return null;
  }

  /** null: the payload has to be loaded first. */
  private test(row: number): boolean | null {
    const matches = this.filter.matches(this.columns, row);
    if (matches !== undefined) return matches;
    const payload = this.payloads.of(row);
    if (payload === null) return null;
    this.work += payload.length >> 8;
    return this.filter.matchesPayload(this.columns, row, payload);
  }

  private isOver(until: number, work: number): boolean {
    this.work += work;
    if (this.work < STRIDE) return false;
    this.work = 0;
    return performance.now() >= until;
  }
}
