import type { PacketRow } from '../../shared/contract/packets.ts';

/** Rows of one page, the unit in which rows are asked for and forgotten. */
export const PAGE_ROWS = 100;
/** Pages that are kept; the one that was out of sight for longest goes first. */
export const PAGES_MAX = 6;

interface Page {
  readonly rows: (PacketRow | undefined)[];
  /** By slot: the row may have changed since it came. */
  readonly stale: boolean[];
}

const sameRow = (a: PacketRow, b: PacketRow): boolean =>
  (Object.keys(b) as (keyof PacketRow)[]).every((key) => a[key] === b[key]);

/**
 * The rows of a view that the page holds: at most PAGES_MAX pages, whatever the view's length. A row
 * that comes again unchanged keeps its identity, so that drawing it again can be spared.
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

  rowAt(row: number): PacketRow | undefined {
    return this.#pages.get(Math.floor(row / PAGE_ROWS))?.rows[row % PAGE_ROWS];
  }

  /** Takes rows in, as an answer or an event brought them. */
  put(rows: readonly PacketRow[]): void {
    for (const row of rows) {
      const page = this.#use(Math.floor(row.row / PAGE_ROWS));
      const slot = row.row % PAGE_ROWS;
      const before = page.rows[slot];
      page.rows[slot] = before && sameRow(before, row) ? before : row;
      page.stale[slot] = false;
    }
  }

  /** Marks held rows from `from` to `to - 1` to be asked for again once they are in sight. */
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
