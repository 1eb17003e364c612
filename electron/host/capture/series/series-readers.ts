import {
  type FieldSource,
  SAMPLES_MAX,
  type SeriesSource,
} from '../../../../shared/contract/series.ts';
import { fieldAt } from '../../../../shared/filter/json-field.ts';
import type { Capture } from '../capture.ts';
import { RateReader } from './rate-reader.ts';
import { RoundTripReader } from './round-trip-reader.ts';
import type { SeriesReader } from './series-reader.ts';
import { SeriesSamples, type Span } from './series-samples.ts';

export function seriesReader(capture: Capture, source: SeriesSource): SeriesReader {
  switch (source.kind) {
    case 'field':
      return new FieldReader(capture, source);
    case 'roundTrip':
      return new RoundTripReader(capture, source);
    case 'rate':
      return new RateReader(capture.log.index, source);
  }
}

class FieldReader implements SeriesReader {
  next = 0;
  readonly halfInterval = 0;
  readonly unanswered = [];
  readonly samples = new SeriesSamples(SAMPLES_MAX);
  private readonly capture: Capture;
  private readonly source: FieldSource;
  /** The topic's number once a message to it was seen; -1 before. */
  private topic = -1;
  /** Numbers below are of other topics. */
  private known = 0;

  constructor(capture: Capture, source: FieldSource) {
    this.capture = capture;
    this.source = source;
  }

  /** Numbers are given out one after the other: each is compared once. */
  wantsJson(topic: number): boolean {
    for (; this.topic < 0 && this.known <= topic; this.known += 1) {
      if (this.capture.log.topics.text(this.known) === this.source.topic) this.topic = this.known;
    }
    return topic === this.topic;
  }

  take(row: number, json: unknown): void {
    const { index } = this.capture.log;
    // Another reader may have wanted the payload.
    if (json === undefined || index.topic(row) !== this.topic) return;
    const value = fieldAt(json, this.source.path);
    if (typeof value === 'number') this.samples.add(index.time(row), value, row);
  }

  settle(): boolean {
    return false;
  }

  span(from: number, to: number, points: number): Span {
    return this.samples.span(from, to, points);
  }
}
