import type { SeriesPoints } from '../../../../shared/contract/series.ts';

/** Samples whose extremes and sum are known without looking at each. */
const BLOCK = 64;
const FIRST_ROOM = 256;
/** Row of a value that is from no packet. */
export const NO_ROW = 0xffffffff;

/** Samples of a span by their places, with what is true of all of its values. */
export type Span = Pick<SeriesPoints, 'count' | 'min' | 'max' | 'average' | 'last' | 'thinned'> & {
  readonly places: readonly number[];
};

/**
 * The values of one series in order of time, in typed arrays of at most `limit` values: when they are
 * full, the least and the greatest of every four take the place of the four.
 */
export class SeriesSamples {
  length = 0;
  /** How many values one sample stands for. */
  thinned = 1;
  private times = new Float64Array(FIRST_ROOM);
  private values = new Float64Array(FIRST_ROOM);
  private rows = new Uint32Array(FIRST_ROOM);
  /** Of every whole block: place of the least and the greatest, sum. */
  private readonly least: number[] = [];
  private readonly greatest: number[] = [];
  private readonly sums: number[] = [];
  private readonly limit: number;

  /** @param limit a multiple of four */
  constructor(limit: number) {
    this.limit = limit;
  }

  /** Appends a value. A time before the last one, as foreign files have, counts as the last one. */
  add(time: number, value: number, row: number): void {
    if (this.length >= this.limit) this.thin();
    if (this.length === this.times.length) this.grow();
    const at = this.length;
    this.times[at] = Math.max(time, at === 0 ? time : this.time(at - 1));
    this.values[at] = value;
    this.rows[at] = row;
    this.length = at + 1;
    if (this.length % BLOCK === 0) this.closeBlock(at + 1 - BLOCK);
  }

  time(at: number): number {
    return this.times[at] ?? 0;
  }
  value(at: number): number {
    return this.values[at] ?? 0;
  }
  /** -1 for none. */
  row(at: number): number {
    const row = this.rows[at] ?? NO_ROW;
    return row === NO_ROW ? -1 : row;
  }

  /**
   * The samples from one time to another, both included, and one more on either side: all if they
   * are not more than `points`, else the extremes of as many equal spans of time as there is room for.
   */
  span(from: number, to: number, points: number): Span {
    const first = this.placeOf(from);
    const end = this.placeOf(to, true);
    const buckets = new Buckets(this, first, end, points);
    for (let at = first; at < end; ) {
      const block = at / BLOCK;
      const isWhole = at % BLOCK === 0 && at + BLOCK <= end;
      if (isWhole && buckets.holdsAll(at, at + BLOCK - 1)) {
        buckets.add(this.least[block] ?? at, BLOCK, this.sums[block] ?? 0);
        buckets.add(this.greatest[block] ?? at, 0, 0);
        at += BLOCK;
      } else {
        buckets.add(at, 1, this.value(at));
        at += 1;
      }
    }
    const places = buckets.places();
    if (first > 0) places.unshift(first - 1);
    if (end < this.length) places.push(end);
    const { count, sum, least, greatest } = buckets;
    const isEmpty = count === 0;
    return {
      places,
      count: count * this.thinned,
      min: isEmpty ? null : least,
      max: isEmpty ? null : greatest,
      average: isEmpty || this.thinned > 1 ? null : sum / count,
      last: isEmpty ? null : this.value(end - 1),
      thinned: this.thinned,
    };
  }

  /** Place of the first sample that is not before a time; or not at it either, with `behind`. */
  private placeOf(time: number, behind = false): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.time(middle);
      if (other < time || (behind && other === time)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private grow(): void {
    const room = Math.min(this.limit, this.times.length * 2);
    const [times, values, rows] = [this.times, this.values, this.rows];
    this.times = new Float64Array(room);
    this.values = new Float64Array(room);
    this.rows = new Uint32Array(room);
    this.times.set(times);
    this.values.set(values);
    this.rows.set(rows);
  }

  private closeBlock(start: number): void {
    let least = start;
    let greatest = start;
    let sum = 0;
    for (let at = start; at < start + BLOCK; at += 1) {
      const value = this.value(at);
      sum += value;
      if (value < this.value(least)) least = at;
      if (value > this.value(greatest)) greatest = at;
    }
    this.least.push(least);
    this.greatest.push(greatest);
    this.sums.push(sum);
  }

  private thin(): void {
    const { length } = this;
    for (const list of [this.least, this.greatest, this.sums]) list.length = 0;
    this.length = 0;
    this.thinned *= 2;
    for (let start = 0; start < length; start += 4) {
      let least = start;
      let greatest = start;
      for (let at = start + 1; at < start + 4; at += 1) {
        if (this.value(at) < this.value(least)) least = at;
        if (this.value(at) >= this.value(greatest)) greatest = at;
      }
      // Both are read before the first is written over: what is kept never lies ahead of the four.
      const kept = [Math.min(least, greatest), Math.max(least, greatest)].map(
        (at) => [this.time(at), this.value(at), this.row(at)] as const,
      );
      for (const [time, value, row] of kept) this.add(time, value, row < 0 ? NO_ROW : row);
    }
  }
}

/** The extremes of equal spans of time, met in order. */
class Buckets {
  count = 0;
  sum = 0;
  least = Number.POSITIVE_INFINITY;
  greatest = Number.NEGATIVE_INFINITY;
  private readonly samples: SeriesSamples;
  private readonly start: number;
  /** Microseconds of one bucket; 0 if there is room for every sample. */
  private readonly width: number;
  private readonly found: number[] = [];
  private bucket = -1;
  private low = 0;
  private high = 0;

  constructor(samples: SeriesSamples, first: number, end: number, points: number) {
    this.samples = samples;
    this.start = samples.time(first);
    const span = samples.time(end - 1) - this.start;
    this.width = end - first > points ? Math.max(1, span / Math.floor(points / 2 - 1)) : 0;
  }

  /** Whether two samples, and so all between them, belong to one bucket. */
  holdsAll(first: number, last: number): boolean {
    return this.width > 0 && this.bucketOf(first) === this.bucketOf(last);
  }

  /** Takes a sample that stands for `count` values. */
  add(at: number, count: number, sum: number): void {
    const value = this.samples.value(at);
    this.count += count;
    this.sum += sum;
    this.least = Math.min(this.least, value);
    this.greatest = Math.max(this.greatest, value);
    if (this.width === 0) {
      this.found.push(at);
      return;
    }
    const bucket = this.bucketOf(at);
    if (bucket !== this.bucket) {
      this.closeBucket();
      this.bucket = bucket;
      this.low = at;
      this.high = at;
    } else {
      if (value < this.samples.value(this.low)) this.low = at;
      if (value > this.samples.value(this.high)) this.high = at;
    }
  }

  places(): number[] {
    this.closeBucket();
    this.bucket = -1;
    return this.found;
  }

  private closeBucket(): void {
    if (this.bucket < 0) return;
    this.found.push(Math.min(this.low, this.high));
    if (this.low !== this.high) this.found.push(Math.max(this.low, this.high));
  }

  private bucketOf(at: number): number {
    return Math.floor((this.samples.time(at) - this.start) / this.width);
  }
}
