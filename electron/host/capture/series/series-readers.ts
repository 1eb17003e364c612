import {
  type ExchangeKind,
  type FieldSource,
  SAMPLES_MAX,
  type SeriesSource,
} from '../../../../shared/contract/series.ts';
import { fieldAt } from '../../../../shared/filter/json-field.ts';
import { expectsAnswer } from '../../../../shared/session/exchange.ts';
import type { Capture } from '../capture.ts';
import { kindOfRequest } from '../exchange-kind.ts';
import type { PacketIndex } from '../packet-index.ts';
import { RateReader } from './rate-reader.ts';
import type { SeriesReader } from './series-reader.ts';
import { SeriesSamples, type Span } from './series-samples.ts';

export function seriesReader(capture: Capture, source: SeriesSource): SeriesReader {
  switch (source.kind) {
    case 'field':
      return new FieldReader(capture, source);
    case 'roundTrip':
      return new RoundTripReader(capture, source.of);
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

class RoundTripReader implements SeriesReader {
  next = 0;
  readonly halfInterval = 0;
  readonly samples = new SeriesSamples(SAMPLES_MAX);
  readonly unanswered: number[] = [];
  private readonly capture: Capture;
  private readonly index: PacketIndex;
  private readonly kind: ExchangeKind;
  /** Rows of requests that may still be answered. */
  private waiting: number[] = [];

  constructor(capture: Capture, kind: ExchangeKind) {
    this.capture = capture;
    this.index = capture.log.index;
    this.kind = kind;
  }

  wantsJson(): boolean {
    return false;
  }

  take(row: number): void {
    const { index, kind } = this;
    if (this.waitsForAnswer(row)) this.waiting.push(row);
    const request = kind === 'reply' ? index.related(row) : index.peer(row);
    if (request < 0 || request >= row) return;
    if (kind !== 'reply' && kindOfRequest(index.header(request)) !== kind) return;
    const time = index.time(row);
    this.samples.add(time, (time - index.time(request)) / 1_000, row);
  }

  settle(): boolean {
    const before = this.unanswered.length;
    this.waiting = this.waiting.filter((row) => {
      const [packet] = this.capture.rows(row, 1);
      if (packet?.unanswered && this.unanswered.length < SAMPLES_MAX) {
        this.unanswered.push(packet.time);
      }
      return packet !== undefined && packet.peer === null && !packet.unanswered;
    });
    return this.unanswered.length > before;
  }

  span(from: number, to: number, points: number): Span {
    return this.samples.span(from, to, points);
  }

  private waitsForAnswer(row: number): boolean {
    const { index, kind } = this;
    const header = index.header(row);
    const isRequest = !index.broken(row) && expectsAnswer(header) && index.peer(row) < 0;
    return isRequest && kindOfRequest(header) === kind;
  }
}
