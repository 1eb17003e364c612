import {
  TOPICS_ANSWER_MAX,
  TOPICS_COUNTED_MAX,
  type TopicCount,
} from '../../../../shared/contract/topics.ts';
import { packetTypeNumbers } from '../../../../shared/mqtt/packet-types.ts';
import type { PacketLog } from '../packet-log.ts';

const { PUBLISH } = packetTypeNumbers;
/** Rows between two looks at the clock. */
const STRIDE = 1024;

interface Tally {
  readonly topic: string;
  sent: number;
  received: number;
  bytes: number;
  readonly firstTime: number;
  lastTime: number;
  lastRow: number;
}

/** Counts the messages of a capture by topic, from its index alone. */
export class TopicTallies {
  /** Rows below were counted. */
  searched = 0;
  private readonly log: PacketLog;
  /** By topic number, in order of appearance. */
  private readonly tallies = new Map<number, Tally>();
  /** Topic numbers that are not counted because TOPICS_COUNTED_MAX are. */
  private readonly others = new Set<number>();

  constructor(log: PacketLog) {
    this.log = log;
  }

  /** Different topics so far. */
  get total(): number {
    return this.tallies.size + this.others.size;
  }

  /** Counts on until the rows or the time are at an end. */
  count(until: number): void {
    const { index } = this.log;
    for (const end = index.length; this.searched < end; this.searched += 1) {
      if (this.searched % STRIDE === 0 && performance.now() >= until) return;
      const topic = index.topic(this.searched);
      if (topic >= 0 && index.header(this.searched) >> 4 === PUBLISH)
        this.add(this.searched, topic);
    }
  }

  /**
   * The topics with messages in the rows from `since` on, the one that rested longest first, and
   * what to ask for next. A topic's last row is its own, so that a long answer can be cut anywhere.
   */
  since(since: number): { topics: TopicCount[]; next: number } {
    const changed: TopicCount[] = [];
    for (const tally of this.tallies.values()) if (tally.lastRow >= since) changed.push(tally);
    changed.sort((one, other) => one.lastRow - other.lastRow);
    const topics = changed.slice(0, TOPICS_ANSWER_MAX);
    const last = topics.at(-1);
    const isAll = topics.length === changed.length || last === undefined;
    return {
      topics: topics.map((tally) => ({ ...tally })),
      next: isAll ? this.searched : last.lastRow + 1,
    };
  }

  private add(row: number, topic: number): void {
    const { index, topics } = this.log;
    const time = index.time(row);
    let tally = this.tallies.get(topic);
    if (tally === undefined) {
      if (this.tallies.size >= TOPICS_COUNTED_MAX) {
        this.others.add(topic);
        return;
      }
      const nothing = { sent: 0, received: 0, bytes: 0 };
      const times = { firstTime: time, lastTime: time, lastRow: row };
      tally = { topic: topics.text(topic), ...nothing, ...times };
      this.tallies.set(topic, tally);
    }
    if (index.sent(row)) tally.sent += 1;
    else tally.received += 1;
    tally.bytes += index.size(row);
    tally.lastTime = time;
    tally.lastRow = row;
  }
}
