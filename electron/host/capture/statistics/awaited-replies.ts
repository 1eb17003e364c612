import { ANSWER_OVERDUE_US } from '../../../../shared/session/exchange.ts';
import type { Capture } from '../capture.ts';
import { ReplyRules } from '../reply-rules.ts';
import type { ExchangeTally } from './exchange-tally.ts';

/** Messages that wait for a reply; the capture itself pairs no more of them. */
const AWAITED_MAX = 4_096;

/** Follows the messages of a view that others answer, until the reply is there or cannot come any more. */
export class AwaitedReplies {
  private readonly capture: Capture;
  private readonly rules: ReplyRules;
  private readonly tallyOf: (sent: boolean) => ExchangeTally;
  private readonly onReply: (row: number, reply: number) => void;
  /** Rows whose reply may come yet. */
  private awaited: number[] = [];

  /** @param onReply told of each message and its reply, once */
  constructor(
    capture: Capture,
    tallyOf: (sent: boolean) => ExchangeTally,
    onReply: (row: number, reply: number) => void,
  ) {
    this.capture = capture;
    this.rules = new ReplyRules(capture);
    this.tallyOf = tallyOf;
    this.onReply = onReply;
  }

  take(row: number): void {
    const reply = this.capture.log.index.related(row);
    if (reply > row) this.onReply(row, reply);
    else if (reply < 0 && this.rules.asks(row)) this.await(row);
  }

  /** Looks again at what waited, and adds what is overdue to tallies that have none. */
  settle(): void {
    const { isLive, log } = this.capture;
    const { index } = log;
    const due = this.capture.now() - ANSWER_OVERDUE_US;
    this.awaited = this.awaited.filter((row) => {
      if (!isLive || index.related(row) > row) {
        this.end(row);
        return false;
      }
      if (index.time(row) <= due && this.rules.isDue(row))
        this.tallyOf(index.sent(row)).overdue += 1;
      return true;
    });
  }

  private await(row: number): void {
    if (!this.capture.isLive) {
      this.end(row);
      return;
    }
    this.awaited.push(row);
    if (this.awaited.length < 2 * AWAITED_MAX) return;
    for (const oldest of this.awaited.splice(0, AWAITED_MAX)) this.end(oldest);
  }

  /** The reply is there, or will not come. */
  private end(row: number): void {
    const { index } = this.capture.log;
    const reply = index.related(row);
    if (reply > row) this.onReply(row, reply);
    else if (this.rules.isDue(row)) this.tallyOf(index.sent(row)).lost += 1;
  }
}
