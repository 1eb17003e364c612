import type { RateSource } from '../../../../shared/contract/series.ts';
import { SAMPLES_MAX } from '../../../../shared/contract/series.ts';
import { packetFamilyOf, packetTypeOf } from '../../../../shared/mqtt/packet-types.ts';
import type { PacketIndex } from '../packet-index.ts';
import type { SeriesReader } from './series-reader.ts';
import { NO_ROW, SeriesSamples, type Span } from './series-samples.ts';

/**
 * Counts packets, or their bytes, by whole intervals. A value stands in the middle of its interval; of
 * intervals without packets only the first and the last have one, which is what a line needs.
 */
export class RateReader implements SeriesReader {
  next = 0;
  readonly halfInterval: number;
  readonly unanswered = [];
  readonly samples = new SeriesSamples(SAMPLES_MAX);
  private readonly index: PacketIndex;
  private readonly source: RateSource;
  /** Time of the capture's latest packet so far, whether it is counted or not. */
  private latest = 0;
  /** Intervals are known by their beginnings. That of the capture's first packet: */
  private first = 0;
  /** The one that is being counted: those before it are over. */
  private open = 0;
  private count = 0;
  /** The first packet that was counted in it. */
  private row = 0;
  /** The last one that has a value, and whether that is 0. */
  private added = 0;
  private isQuiet = false;

  constructor(index: PacketIndex, source: RateSource) {
    this.index = index;
    this.source = source;
    this.halfInterval = source.interval / 2;
  }

  wantsJson(): boolean {
    return false;
  }

  take(row: number): void {
    const { interval, unit } = this.source;
    const time = this.index.time(row);
    if (row === 0) this.begin(this.intervalOf(time));
    else if (time >= this.open + interval) this.goOn(this.intervalOf(time));
    if (time > this.latest) this.latest = time;
    if (!this.counts(row)) return;
    if (this.count === 0) this.row = row;
    this.count += unit === 'bytes' ? this.index.size(row) : 1;
  }

  settle(now: number): boolean {
    if (this.next === 0) return false;
    const reached = this.intervalOf(
      Number.isFinite(now) ? now : this.latest + this.source.interval,
    );
    const before = this.added;
    if (reached > this.open) this.goOn(reached);
    return this.added > before;
  }

  /** Intervals that are over and have no packets count as well, with 0. */
  span(from: number, to: number, points: number): Span {
    const { interval } = this.source;
    const begin = Math.max(this.first, Math.ceil((from - this.halfInterval) / interval) * interval);
    const end = Math.min(this.open, this.intervalOf(to - this.halfInterval) + interval);
    const found = this.samples.span(from, to, points);
    const count = Math.max(found.count, (end - begin) / interval);
    if (count === found.count) return found;
    const sum = found.average === null ? 0 : found.average * found.count;
    return {
      ...found,
      count,
      min: 0,
      max: found.max ?? 0,
      average: found.thinned > 1 ? null : sum / count,
      last: found.last ?? 0,
    };
  }

  private begin(first: number): void {
    this.first = first;
    this.open = first;
    this.added = first - this.source.interval;
  }

  /** Ends the interval that is being counted: a later one is reached. */
  private goOn(to: number): void {
    const { interval } = this.source;
    if (this.count > 0) {
      if (this.isQuiet && this.open - interval > this.added) this.add(this.open - interval, 0);
      this.add(this.open, this.count, this.row);
      this.count = 0;
    }
    if (!this.isQuiet && to - interval > this.added) this.add(this.added + interval, 0);
    this.open = to;
  }

  private add(interval: number, value: number, row = NO_ROW): void {
    this.samples.add(interval + this.halfInterval, value, row);
    this.added = interval;
    this.isQuiet = value === 0;
  }

  private intervalOf(time: number): number {
    return Math.floor(time / this.source.interval) * this.source.interval;
  }

  private counts(row: number): boolean {
    const { index } = this;
    const { of } = this.source;
    if (of === 'sent' || of === 'received') return index.sent(row) === (of === 'sent');
    return !index.broken(row) && packetFamilyOf(packetTypeOf(index.header(row))) === of;
  }
}
