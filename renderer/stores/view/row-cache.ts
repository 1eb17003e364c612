import type { PacketRow } from '../../../shared/contract/packets.ts';

/** Rows of one page, the unit in which rows are asked for and forgotten. */
export const PAGE_ROWS = 100;
/** Pages that are kept; the one that was out of sight for longest goes first. */
export const PAGES_MAX = 6;

interface Page {
  readonly rows: (PacketRow | undefined)[];
  /** By slot: another row may stand there by now, or the row may have changed. */
  readonly stale: boolean[];
}

const sameRow = (a: PacketRow, b: PacketRow): boolean =>
  (Object.keys(b) as (keyof PacketRow)[]).every((key) => a[key] === b[key]);

/**
 * The rows of a view that the page holds, by their position in it: at most PAGES_MAX pages, whatever
 * the view's length. A row that comes again unchanged keeps its identity, so that drawing it again can be spared.
 */
export class RowCache {
  /** In order of use, the latest last. */
  readonly #pages = new Map<number, Page>();

  /** How many rows are held. */
  get size(): number {
    let size = 0;
    for (const { rows } of this.#pages.values()) for (const row of rows) if (row) size += 1;
    return size;
  }

  /** The row at a position, or the one that stood there until it has come again. */
  rowAt(position: number): PacketRow | undefined {
    return this.#pages.get(Math.floor(position / PAGE_ROWS))?.rows[position % PAGE_ROWS];
  }

  /** The row at a position unless it may have changed since. */
  freshAt(position: number): PacketRow | undefined {
    const page = this.#pages.get(Math.floor(position / PAGE_ROWS));
    const slot = position % PAGE_ROWS;
    return page?.stale[slot] ? undefined : page?.rows[slot];
  }

  /** Where a row of the capture stands, if that is known. */
  positionOf(row: number): number | undefined {
    for (const [number, { rows, stale }] of this.#pages) {
      const slot = rows.findIndex((held, at) => held?.row === row && !stale[at]);
      if (slot >= 0) return number * PAGE_ROWS + slot;
    }
    return undefined;
  }

  /** Takes rows in from position `start` on, as an answer or an event brought them. */
  put(start: number, rows: readonly PacketRow[]): void {
    for (const [at, row] of rows.entries()) {
      const page = this.#use(Math.floor((start + at) / PAGE_ROWS));
      const slot = (start + at) % PAGE_ROWS;
      const before = page.rows[slot];
      page.rows[slot] = before && sameRow(before, row) ? before : row;
      page.stale[slot] = false;
    }
  }

  /** Forgets what stands behind the last row of a view that became shorter. */
  cut(total: number): void {
    for (const [number, page] of this.#pages) {
      const left = Math.max(0, total - number * PAGE_ROWS);
      if (left === 0) this.#pages.delete(number);
      else page.rows.length = Math.min(page.rows.length, left);
    }
  }

  /** Marks what is held from `from` to `to - 1` to be asked for again once they are in sight. */
  expire(from: number, to = Number.POSITIVE_INFINITY): void {
    for (const [number, { stale }] of this.#pages) {
      const start = number * PAGE_ROWS;
      const last = Math.min(PAGE_ROWS, to - start);
      for (let slot = Math.max(0, from - start); slot < last; slot += 1) stale[slot] = true;
    }
  }

  /** The pages to ask for so that `count` rows from `first` are there and fresh. */
  missing(first: number, count: number): number[] {
    const pages: number[] = [];
    const end = first + count;
    for (let number = Math.floor(first / PAGE_ROWS); number * PAGE_ROWS < end; number += 1) {
      const page = this.#pages.get(number);
      if (page) this.#use(number);
      const start = number * PAGE_ROWS;
      const last = Math.min(PAGE_ROWS, end - start);
      for (let slot = Math.max(0, first - start); slot < last; slot += 1) {
        if (page?.rows[slot] && !page.stale[slot]) continue;
        pages.push(number);
        break;
      }
    }
    return pages;
  }

  #use(number: number): Page {
    const page = this.#pages.get(number) ?? { rows: [], stale: [] };
    this.#pages.delete(number);
    this.#pages.set(number, page);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= PAGES_MAX) break;
      this.#pages.delete(oldest);
    }
    return page;
  }
}
