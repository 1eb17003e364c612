import { type ExchangeKind, exchangeKinds } from '../../../../shared/contract/series.ts';
import { type ExchangeFigures, TOP_MAX } from '../../../../shared/contract/statistics.ts';
import { expectsAnswer } from '../../../../shared/session/exchange.ts';
import type { Capture } from '../capture.ts';
import { kindOfRequest } from '../exchange-kind.ts';
import { captureColumns } from '../filter-columns.ts';
import type { PacketIndex } from '../packet-index.ts';
import { AwaitedReplies } from './awaited-replies.ts';
import { ExchangeTally } from './exchange-tally.ts';
import { Greatest } from './greatest.ts';

/** Requests between two looks at the clock. */
const STRIDE = 256;

/** A request and what answers it. */
interface Exchange {
  readonly of: ExchangeKind;
  readonly row: number;
}

/**
 * Tallies exchanges by their requests, so that each counts once, with whatever filter: those that
 * have their answer at once, the others when it has come.
 */
export class ExchangeTallies {
  readonly slowest = new Greatest<Exchange>(TOP_MAX);
  private readonly capture: Capture;
  private readonly replies: AwaitedReplies;
  private readonly index: PacketIndex;
  private readonly isUnanswered: (row: number) => boolean;
  /** By kind and direction. */
  private readonly tallies: (ExchangeTally | undefined)[] = [];
  /** Rows of requests whose answer may come yet. */
  private waiting: number[] = [];
  /** Those of them that were looked at and go on waiting, while `settle` goes through them. */
  private kept: number[] = [];
  private looked = 0;

  constructor(capture: Capture) {
    this.capture = capture;
    this.index = capture.log.index;
    this.isUnanswered = captureColumns(capture).unanswered;
    this.replies = new AwaitedReplies(
      capture,
      (sent) => this.tally('reply', sent),
      (row, reply) => this.took(row, reply, 'reply'),
    );
  }

  take(row: number): void {
    const { index } = this;
    if (index.broken(row)) return;
    const peer = index.peer(row);
    if (peer > row) this.answered(row, peer);
    else if (peer < 0 && expectsAnswer(index.header(row))) this.wait(row);
    this.replies.take(row);
  }

  /**
   * Looks again at what waited, until all was looked at or the time is over; answers whether all was.
   *
   * @param until as `performance.now()` counts
   */
  settle(until: number): boolean {
    if (this.looked === 0) {
      for (const tally of this.tallies) if (tally) tally.overdue = 0;
      this.replies.settle();
    }
    for (; this.looked < this.waiting.length; this.looked += 1) {
      if (this.looked % STRIDE === STRIDE - 1 && performance.now() >= until) return false;
      this.lookAt(this.waiting[this.looked] ?? 0);
    }
    this.waiting = this.kept;
    this.kept = [];
    this.looked = 0;
    return true;
  }

  /** The exchanges that there are, those that the device began first. */
  figures(): ExchangeFigures[] {
    return exchangeKinds.flatMap((of) =>
      (['sent', 'received'] as const).flatMap((direction) => {
        const tally = this.tallies[placeOf(of, direction === 'sent')];
        if (tally === undefined) return [];
        const { times, lost, overdue } = tally;
        const [answered, unanswered] = [times.count, lost + overdue];
        if (answered + unanswered === 0) return [];
        return [{ of, direction, answered, unanswered, times: times.figures() }];
      }),
    );
  }

  private lookAt(row: number): void {
    const peer = this.index.peer(row);
    if (peer > row) {
      this.answered(row, peer);
      return;
    }
    const tally = this.tallyOf(row);
    if (!this.mayBeAnswered(row)) {
      tally.lost += 1;
      return;
    }
    if (this.isUnanswered(row)) tally.overdue += 1;
    this.kept.push(row);
  }

  private wait(row: number): void {
    if (this.mayBeAnswered(row)) this.waiting.push(row);
    else this.tallyOf(row).lost += 1;
  }

  private mayBeAnswered(row: number): boolean {
    return this.capture.isLive && !this.capture.log.connectionEnded(row);
  }

  private answered(row: number, answer: number): void {
    const of = kindOfRequest(this.index.header(row));
    if (of !== undefined) this.took(row, answer, of);
  }

  private took(row: number, answer: number, of: ExchangeKind): void {
    const { index } = this;
    const time = Math.max(0, index.time(answer) - index.time(row));
    this.tally(of, index.sent(row)).times.add(time);
    if (this.slowest.takes(time)) this.slowest.add(time, { of, row });
  }

  private tallyOf(row: number): ExchangeTally {
    return this.tally(kindOfRequest(this.index.header(row)) ?? 'publish1', this.index.sent(row));
  }

  private tally(of: ExchangeKind, sent: boolean): ExchangeTally {
    const place = placeOf(of, sent);
    const tally = this.tallies[place] ?? new ExchangeTally();
    this.tallies[place] = tally;
    return tally;
  }
}

const placeOf = (of: ExchangeKind, sent: boolean): number =>
  2 * exchangeKinds.indexOf(of) + (sent ? 0 : 1);
