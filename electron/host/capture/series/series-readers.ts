import {
  type ExchangeKind,
  type FieldSource,
  type RateKind,
  SAMPLES_MAX,
  type SeriesSource,
} from '../../../../shared/contract/series.ts';
import { fieldAt } from '../../../../shared/filter/json-field.ts';
import { packetFamilyOf, packetTypeOf } from '../../../../shared/mqtt/packet-types.ts';
import { expectsAnswer } from '../../../../shared/session/exchange.ts';
import type { Capture } from '../capture.ts';
import { kindOfRequest } from '../exchange-kind.ts';
import type { PacketIndex } from '../packet-index.ts';
import type { RowReader } from './row-pass.ts';
import { NO_ROW, SeriesSamples } from './series-samples.ts';

const SECOND_US = 1_000_000;

/** Collects the values of one series as rows come. */
export interface SeriesReader extends RowReader {
  readonly samples: SeriesSamples;
  /** Times of requests whose answer never came, ascending. */
  readonly unanswered: readonly number[];
  /** Time has passed: what waited for it becomes a value. */
  settle(now: number): void;
}

export function seriesReader(capture: Capture, source: SeriesSource): SeriesReader {
  switch (source.kind) {
    case 'field':
      return new FieldReader(capture, source);
    case 'roundTrip':
      return new RoundTripReader(capture, source.of);
    case 'rate':
      return new RateReader(capture.log.index, source.of);
  }
}

class FieldReader implements SeriesReader {
  next = 0;
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

  settle(): void {}
}

class RoundTripReader implements SeriesReader {
  next = 0;
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

  settle(): void {
    this.waiting = this.waiting.filter((row) => {
      const [packet] = this.capture.rows(row, 1);
      if (packet?.unanswered && this.unanswered.length < SAMPLES_MAX) {
        this.unanswered.push(packet.time);
      }
      return packet !== undefined && packet.peer === null && !packet.unanswered;
    });
  }

  private waitsForAnswer(row: number): boolean {
    const { index, kind } = this;
    const header = index.header(row);
    const isRequest = !index.broken(row) && expectsAnswer(header) && index.peer(row) < 0;
    return isRequest && kindOfRequest(header) === kind;
  }
}

/**
 * Counts packets by whole seconds. A value stands in the middle of its second; of seconds without
 * packets only the first and the last have one, which is what a line needs.
 */
class RateReader implements SeriesReader {
  next = 0;
  readonly unanswered = [];
  readonly samples = new SeriesSamples(SAMPLES_MAX);
  private readonly index: PacketIndex;
  private readonly kind: RateKind;
  /** The second that is being counted, as its beginning; null for none. */
  private second: number | null = null;
  private last: number | null = null;
  private count = 0;
  private row = 0;

  constructor(index: PacketIndex, kind: RateKind) {
    this.index = index;
    this.kind = kind;
  }

  wantsJson(): boolean {
    return false;
  }

  take(row: number): void {
    if (!this.counts(row)) return;
    const second = secondOf(this.index.time(row));
    if (this.second !== null && second > this.second) this.close(second);
    if (this.second === null) {
      if (this.last !== null && second > this.last + 2 * SECOND_US) this.add(second - SECOND_US, 0);
      this.second = second;
      this.row = row;
    }
    this.count += 1;
  }

  settle(now: number): void {
    if (this.second === null || now < this.second + SECOND_US) return;
    this.close(Number.isFinite(now) ? secondOf(now) : this.second);
  }

  /** @param next a later second that is known to be reached */
  private close(next: number): void {
    const { second } = this;
    if (second === null) return;
    this.add(second, this.count, this.row);
    if (next > second + SECOND_US) this.add(second + SECOND_US, 0);
    this.last = second;
    this.second = null;
    this.count = 0;
  }

  private add(second: number, value: number, row = NO_ROW): void {
    this.samples.add(second + SECOND_US / 2, value, row);
  }

  private counts(row: number): boolean {
    const { index, kind } = this;
    if (kind === 'sent' || kind === 'received') return index.sent(row) === (kind === 'sent');
    return !index.broken(row) && packetFamilyOf(packetTypeOf(index.header(row))) === kind;
  }
}

const secondOf = (time: number): number => Math.floor(time / SECOND_US) * SECOND_US;
