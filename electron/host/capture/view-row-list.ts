const CHUNK_ROWS = 16_384;

/** An ascending list of rows, four bytes each; grows by whole chunks so that nothing is copied. */
export class RowList {
  private count = 0;
  private readonly chunks: Uint32Array[] = [];

  get length(): number {
    return this.count;
  }

  /** Appends a row that is higher than all others. */
  push(row: number): void {
    const chunk = Math.floor(this.count / CHUNK_ROWS);
    if (chunk === this.chunks.length) this.chunks.push(new Uint32Array(CHUNK_ROWS));
    const rows = this.chunks[chunk];
    if (rows !== undefined) rows[this.count % CHUNK_ROWS] = row;
    this.count += 1;
  }

  /** @throws RangeError for a position outside the list */
  at(position: number): number {
    const row = this.chunks[Math.floor(position / CHUNK_ROWS)]?.[position % CHUNK_ROWS];
    if (row === undefined || position >= this.count) {
      throw new RangeError(`position ${position} of ${this.count}`);
    }
    return row;
  }

  /** Position of the first row that is not below `row`; the list's length if there is none. */
  positionOf(row: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  has(row: number): boolean {
    const position = this.positionOf(row);
    return position < this.count && this.at(position) === row;
  }

  /**
   * Takes out those of the rows that are in, and puts in those that are not. Answers the lowest
   * position that changed. Costs what lies behind it, once for all rows.
   */
  toggle(rows: readonly number[]): number {
    const changes = Uint32Array.from(rows).sort();
    const from = this.positionOf(changes[0] ?? 0);
    const tail = Uint32Array.from({ length: this.count - from }, (_, at) => this.at(from + at));
    this.count = from;
    let change = 0;
    let old = 0;
    while (change < changes.length || old < tail.length) {
      const changed = changes[change] ?? Number.POSITIVE_INFINITY;
      const known = tail[old] ?? Number.POSITIVE_INFINITY;
      if (changed !== known) this.push(Math.min(changed, known));
      if (changed <= known) change += 1;
      if (known <= changed) old += 1;
    }
    return from;
  }
}
