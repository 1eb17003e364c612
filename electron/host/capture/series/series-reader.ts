import type { RowReader } from './row-pass.ts';
import type { SeriesSamples, Span } from './series-samples.ts';

/** Collects the values of one series as rows come. */
export interface SeriesReader extends RowReader {
  readonly samples: SeriesSamples;
  /** Microseconds before and after its time that a value is of; 0 where it is of a moment. */
  readonly halfInterval: number;
  /** Times of requests whose answer is overdue, or cannot come any more, ascending. */
  readonly unanswered: readonly number[];
  /**
   * All rows were taken and time has passed: what waited for it becomes a value. Answers whether
   * something did.
   *
   * @param now microseconds since the epoch; infinite where nothing can come any more
   */
  settle(now: number): boolean;
  /** The values from one time to another and what is true of all of them, as `SeriesSamples.span`. */
  span(from: number, to: number, points: number): Span;
}
