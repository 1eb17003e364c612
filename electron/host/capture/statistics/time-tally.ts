import type { ExchangeFigures } from '../../../../shared/contract/statistics.ts';

/** Bars of the histogram for each doubling of a time: a bar is 4.4 % wide. */
const BARS_PER_DOUBLING = 16;
/** Up to 2^40 microseconds, twelve days; what takes longer is in the last bar. */
const BARS = 40 * BARS_PER_DOUBLING;

/** What many times come to, in the memory of a histogram with bars of equal proportion. */
export class TimeTally {
  count = 0;
  private sum = 0;
  private min = Number.POSITIVE_INFINITY;
  private max = 0;
  private readonly bars = new Uint32Array(BARS);

  /** @param time microseconds */
  add(time: number): void {
    this.count += 1;
    this.sum += time;
    this.min = Math.min(this.min, time);
    this.max = Math.max(this.max, time);
    const bar = Math.min(BARS - 1, Math.floor(Math.log2(Math.max(1, time)) * BARS_PER_DOUBLING));
    this.bars[bar] = (this.bars[bar] ?? 0) + 1;
  }

  figures(): ExchangeFigures['times'] {
    const { count, sum, min, max } = this;
    if (count === 0) return null;
    return { min, mean: sum / count, p95: this.percentile(0.95), max };
  }

  /** The time that this part of all do not exceed: the middle of its bar, within what there was. */
  private percentile(part: number): number {
    let missing = Math.ceil(this.count * part);
    let bar = 0;
    for (; bar < BARS - 1; bar += 1) {
      missing -= this.bars[bar] ?? 0;
      if (missing <= 0) break;
    }
    const middle = 2 ** ((bar + 0.5) / BARS_PER_DOUBLING);
    return Math.min(this.max, Math.max(this.min, middle));
  }
}
