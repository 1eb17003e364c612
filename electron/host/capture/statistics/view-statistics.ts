import type { PacketRow } from '../../../../shared/contract/packets.ts';
import { type Statistics, TOP_MAX } from '../../../../shared/contract/statistics.ts';
import { AskedTurns } from '../asked-turns.ts';
import type { Capture } from '../capture.ts';
import type { ViewRows } from '../view-rows.ts';
import type { Turns } from '../view-turns.ts';
import { ConnectionTallies } from './connection-tallies.ts';
import { ExchangeTallies } from './exchange-tallies.ts';
import { FlowTally } from './flow-tally.ts';
import { Greatest } from './greatest.ts';
import { LengthTallies } from './length-tallies.ts';
import { TypeTallies } from './type-tallies.ts';

/** Rows between two looks at the clock. */
const STRIDE = 1024;

/** What is counted of a view's rows, from the index alone. */
class Tallies {
  /** Rows of the view that were taken. */
  counted = 0;
  /** Times of the first and the last of them. */
  first: number | null = null;
  last: number | null = null;
  readonly all = new FlowTally();
  readonly sent = new FlowTally();
  readonly received = new FlowTally();
  readonly types = new TypeTallies();
  readonly lengths = new LengthTallies();
  readonly largest = new Greatest<number>(TOP_MAX);
  readonly exchanges: ExchangeTallies;
  readonly connections: ConnectionTallies;

  constructor(capture: Capture) {
    this.exchanges = new ExchangeTallies(capture);
    this.connections = new ConnectionTallies(capture.log);
  }
}

/**
 * A view in figures, counted when a page asks and only as far as it asks. What an answer that comes
 * later changes is looked at again; where rows come in or go out in between, as with a filter that
 * asks for answers, all is counted anew.
 */
export class ViewStatistics {
  private readonly capture: Capture;
  private readonly rows: ViewRows;
  private readonly turns: Turns;
  private tallies: Tallies;
  /** The arrangement of rows that the tallies are of. */
  private arrangement: number;

  constructor(capture: Capture, rows: ViewRows, turns: Turns) {
    this.capture = capture;
    this.rows = rows;
    this.turns = turns;
    this.tallies = new Tallies(capture);
    this.arrangement = rows.arrangement;
  }

  /** Counts on for a limited time, and answers how far that came. */
  async answer(): Promise<Statistics> {
    const { list } = await this.capture.stateBands();
    const turns = new AskedTurns(this.capture, this.turns);
    let isDone = false;
    while (!isDone) {
      const until = await turns.next();
      if (until === null) break;
      isDone = this.count(until);
    }
    const { rows, capture } = this;
    const { counted, first, last, all, sent, received, types, lengths } = this.tallies;
    const { exchanges, connections, largest } = this.tallies;
    const { search } = rows;
    const isSearching =
      search !== null && search.error === null && search.searched < search.packets;
    return {
      counted,
      // Rows that went out since are counted anew with the next question.
      total: Math.max(counted, rows.total),
      growing: capture.isLive || isSearching || !isDone,
      live: capture.isLive,
      first,
      last,
      all: all.figures(),
      sent: sent.figures(),
      received: received.figures(),
      types: types.figures(),
      lengths: lengths.figures(),
      exchanges: exchanges.figures(),
      slowest: exchanges.slowest.list.flatMap(({ value: took, of: { of, row } }) =>
        this.packet(row).map((packet) => ({ of, took, packet })),
      ),
      largest: largest.list.flatMap(({ of }) => this.packet(of)),
      connections: connections.figures(list),
      connectionsTotal: connections.total,
    };
  }

  /** Goes on until the time is over; answers whether all rows there are were counted. */
  private count(until: number): boolean {
    const { rows } = this;
    if (rows.arrangement !== this.arrangement) {
      this.arrangement = rows.arrangement;
      this.tallies = new Tallies(this.capture);
    }
    const { tallies } = this;
    for (const { total } = rows; tallies.counted < total; tallies.counted += 1) {
      if (tallies.counted % STRIDE === STRIDE - 1 && performance.now() >= until) return false;
      this.take(rows.rowAt(tallies.counted));
    }
    return tallies.exchanges.settle(until);
  }

  private take(row: number): void {
    const { index } = this.capture.log;
    const { tallies } = this;
    const { all, sent, received, types, lengths, exchanges, connections, largest } = tallies;
    const time = index.time(row);
    const size = index.size(row);
    const isSent = index.sent(row);
    tallies.first ??= time;
    tallies.last = time;
    all.add(time, size);
    (isSent ? sent : received).add(time, size);
    types.add(index.header(row), index.broken(row), isSent, size);
    lengths.add(isSent, size);
    largest.add(size, row);
    exchanges.take(row);
    connections.take(row);
  }

  private packet(row: number): PacketRow[] {
    return this.capture.rows(row, 1);
  }
}
