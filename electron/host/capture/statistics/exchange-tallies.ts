import { type ExchangeKind, exchangeKinds } from '../../../../shared/contract/series.ts';
import { type ExchangeFigures, TOP_MAX } from '../../../../shared/contract/statistics.ts';
import { packetTypeNumbers } from '../../../../shared/mqtt/packet-types.ts';
import { expectsAnswer } from '../../../../shared/session/exchange.ts';
import type { Capture } from '../capture.ts';
import { kindOfRequest } from '../exchange-kind.ts';
import { captureColumns } from '../filter-columns.ts';
import type { PacketIndex } from '../packet-index.ts';
import { Greatest } from './greatest.ts';
import { TimeTally } from './time-tally.ts';

const { PUBLISH } = packetTypeNumbers;
/** Requests between two looks at the clock. */
const STRIDE = 256;
/** Messages that wait for a reply; the capture itself pairs no more of them. */
const AWAITED_MAX = 4_096;

interface Tally {
  readonly times: TimeTally;
  /** Requests that never will be answered. */
  lost: number;
  /** Requests whose answer is overdue, and may come yet, when they were last looked at. */
  overdue: number;
}

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
  private readonly index: PacketIndex;
  private readonly isUnanswered: (row: number) => boolean;
  /** By kind and direction. */
  private readonly tallies: (Tally | undefined)[] = [];
  /** Rows of requests whose answer may come yet. */
  private waiting: number[] = [];
  /** Those of them that were looked at and go on waiting, while `settle` goes through them. */
  private kept: number[] = [];
  private looked = 0;
  /** Rows of messages whose reply may come yet. */
  private awaited: number[] = [];

  constructor(capture: Capture) {
    this.capture = capture;
    this.index = capture.log.index;
    this.isUnanswered = captureColumns(capture).unanswered;
  }

  take(row: number): void {
    const { index } = this;
    if (index.broken(row)) return;
    const peer = index.peer(row);
    if (peer > row) this.answered(row, peer);
    else if (peer < 0 && expectsAnswer(index.header(row))) this.wait(row);
    const related = index.related(row);
    if (related > row) this.replied(row, related);
    else if (related < 0 && this.capture.isLive && this.asks(row)) this.await(row);
  }

  /**
   * Looks again at what waited, until all was looked at or the time is over; answers whether all was.
   *
   * @param until as `performance.now()` counts
   */
  settle(until: number): boolean {
    if (this.looked === 0) for (const tally of this.tallies) if (tally) tally.overdue = 0;
    for (; this.looked < this.waiting.length; this.looked += 1) {
      if (this.looked % STRIDE === STRIDE - 1 && performance.now() >= until) return false;
      this.lookAt(this.waiting[this.looked] ?? 0);
    }
    this.waiting = this.kept;
    this.kept = [];
    this.looked = 0;
    this.awaited = this.awaited.slice(-AWAITED_MAX).filter((row) => {
      const reply = this.index.related(row);
      if (reply > row) this.replied(row, reply);
      return reply < 0 && this.capture.isLive;
    });
    return true;
  }

  /** The exchanges that there are, those that the device began first. */
  figures(): ExchangeFigures[] {
    return exchangeKinds.flatMap((of) =>
      (['sent', 'received'] as const).flatMap((direction) => {
        const tally = this.tallies[placeOf(of, direction === 'sent')];
        if (tally === undefined) return [];
        const { times, lost, overdue } = tally;
        const unanswered = of === 'reply' ? null : lost + overdue;
        if (times.count === 0 && unanswered === 0) return [];
        return [{ of, direction, answered: times.count, unanswered, times: times.figures() }];
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

  private await(row: number): void {
    this.awaited.push(row);
    if (this.awaited.length >= 2 * AWAITED_MAX) this.awaited = this.awaited.slice(-AWAITED_MAX);
  }

  private mayBeAnswered(row: number): boolean {
    return this.capture.isLive && !this.capture.log.connectionEnded(row);
  }

  private answered(row: number, answer: number): void {
    const of = kindOfRequest(this.index.header(row));
    if (of !== undefined) this.took(row, answer, of);
  }

  private replied(row: number, reply: number): void {
    this.took(row, reply, 'reply');
  }

  private took(row: number, answer: number, of: ExchangeKind): void {
    const { index } = this;
    const time = Math.max(0, index.time(answer) - index.time(row));
    this.tally(of, index.sent(row)).times.add(time);
    if (this.slowest.takes(time)) this.slowest.add(time, { of, row });
  }

  /** Whether a message is one that a reply may come to. */
  private asks(row: number): boolean {
    const { index, capture } = this;
    const topic = index.topic(row);
    if (topic < 0 || index.header(row) >> 4 !== PUBLISH) return false;
    const { dialogues, topics } = capture.log;
    const { kind } = dialogues.roleOf(topic, topics.text(topic));
    return kind === 'asks' || (kind === 'custom-rrpc' && !index.sent(row));
  }

  private tallyOf(row: number): Tally {
    return this.tally(kindOfRequest(this.index.header(row)) ?? 'publish1', this.index.sent(row));
  }

  private tally(of: ExchangeKind, sent: boolean): Tally {
    const place = placeOf(of, sent);
    const tally = this.tallies[place] ?? { times: new TimeTally(), lost: 0, overdue: 0 };
    this.tallies[place] = tally;
    return tally;
  }
}

const placeOf = (of: ExchangeKind, sent: boolean): number =>
  2 * exchangeKinds.indexOf(of) + (sent ? 0 : 1);
