import { describeTopic } from '../../../../shared/alibaba/describe-topic.ts';
import { packetTypeNumbers } from '../../../../shared/mqtt/packet-types.ts';
import { ANSWER_OVERDUE_US } from '../../../../shared/session/exchange.ts';
import type { Capture } from '../capture.ts';
import type { ExchangeTally } from './exchange-tally.ts';

const { PUBLISH } = packetTypeNumbers;
/** Messages that wait for a reply; the capture itself pairs no more of them. */
const AWAITED_MAX = 4_096;

/** Follows the messages of a view that others answer, until the reply is there or cannot come any more. */
export class AwaitedReplies {
  private readonly capture: Capture;
  private readonly tallyOf: (sent: boolean) => ExchangeTally;
  private readonly onReply: (row: number, reply: number) => void;
  /** Rows whose reply may come yet. */
  private awaited: number[] = [];
  /** By topic number and direction: whether a message is answered by the platform's rules. */
  private readonly answeredTopics: (boolean | undefined)[] = [];

  /** @param onReply told of each message and its reply, once */
  constructor(
    capture: Capture,
    tallyOf: (sent: boolean) => ExchangeTally,
    onReply: (row: number, reply: number) => void,
  ) {
    this.capture = capture;
    this.tallyOf = tallyOf;
    this.onReply = onReply;
  }

  take(row: number): void {
    const reply = this.capture.log.index.related(row);
    if (reply > row) this.onReply(row, reply);
    else if (reply < 0 && this.asks(row)) this.await(row);
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
      if (index.time(row) <= due && this.isWanted(row)) this.tallyOf(index.sent(row)).overdue += 1;
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
    else if (this.isWanted(row)) this.tallyOf(index.sent(row)).lost += 1;
  }

  /** Whether a message is one that a reply may come to. */
  private asks(row: number): boolean {
    const { index, dialogues, topics } = this.capture.log;
    const topic = index.topic(row);
    if (topic < 0 || index.header(row) >> 4 !== PUBLISH) return false;
    const { kind } = dialogues.roleOf(topic, topics.text(topic));
    return kind === 'asks' || (kind === 'custom-rrpc' && !index.sent(row));
  }

  private isWanted(row: number): boolean {
    const { index, topics } = this.capture.log;
    if (index.declinesReply(row)) return false;
    const from = index.sent(row) ? 'up' : 'down';
    const place = 2 * index.topic(row) + (from === 'up' ? 1 : 0);
    let known = this.answeredTopics[place];
    if (known === undefined) {
      const described = describeTopic(topics.text(index.topic(row)), from, null);
      known = described !== null && described.from === from && described.reply !== null;
      this.answeredTopics[place] = known;
    }
    return known;
  }
}
