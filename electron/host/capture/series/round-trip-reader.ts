import { type RoundTripSource, SAMPLES_MAX } from '../../../../shared/contract/series.ts';
import type { Capture } from '../capture.ts';
import type { PacketIndex } from '../packet-index.ts';
import { type Exchanges, exchangesOf } from './exchanges.ts';
import type { SeriesReader } from './series-reader.ts';
import { SeriesSamples, type Span } from './series-samples.ts';

/** How long answers took, of the exchanges of one kind that begin in one direction. */
export class RoundTripReader implements SeriesReader {
  next = 0;
  readonly halfInterval = 0;
  readonly samples = new SeriesSamples(SAMPLES_MAX);
  readonly unanswered: number[] = [];
  private readonly index: PacketIndex;
  private readonly exchanges: Exchanges;
  /** Whether the device sends the requests. */
  private readonly isSent: boolean;
  /** Rows of requests that may still be answered. */
  private waiting: number[] = [];

  constructor(capture: Capture, { of, direction }: RoundTripSource) {
    this.index = capture.log.index;
    this.exchanges = exchangesOf(capture, of);
    this.isSent = direction === 'sent';
  }

  wantsJson(): boolean {
    return false;
  }

  take(row: number): void {
    const { index, exchanges } = this;
    if (index.broken(row)) return;
    const other = exchanges.other(row);
    if (index.sent(row) === this.isSent) {
      if (other < 0 && exchanges.isDue(row)) this.waiting.push(row);
    } else if (other >= 0 && other < row && exchanges.began(other)) {
      this.answered(other, row);
    }
  }

  settle(): boolean {
    const before = this.unanswered.length;
    const { index, exchanges } = this;
    this.waiting = this.waiting.filter((row) => {
      if (exchanges.other(row) >= 0) return false;
      const isMissing = exchanges.isMissing(row);
      if (isMissing && this.unanswered.length < SAMPLES_MAX) this.unanswered.push(index.time(row));
      return !isMissing;
    });
    return this.unanswered.length > before;
  }

  span(from: number, to: number, points: number): Span {
    return this.samples.span(from, to, points);
  }

  private answered(request: number, answer: number): void {
    const { index, unanswered } = this;
    const [asked, time] = [index.time(request), index.time(answer)];
    this.samples.add(time, (time - asked) / 1_000, answer);
    // It may have been overdue.
    if (asked > (unanswered.at(-1) ?? Number.NEGATIVE_INFINITY)) return;
    const at = unanswered.lastIndexOf(asked);
    if (at >= 0) unanswered.splice(at, 1);
  }
}
