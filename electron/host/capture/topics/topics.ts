import type { CommandInput, CommandOutput } from '../../../../shared/contract/commands.ts';
import type { TopicCounts } from '../../../../shared/contract/topics.ts';
import { AskedCaptures } from '../asked-captures.ts';
import { AskedTurns } from '../asked-turns.ts';
import type { CaptureLibrary } from '../capture-library.ts';
import { Turns } from '../view-turns.ts';
import { shortValue } from './short-value.ts';
import { TopicTallies } from './topic-tallies.ts';

/** The topics of captures, counted when a page asks and only as far as it asks. */
export class Topics {
  private readonly library: Pick<CaptureLibrary, 'use'>;
  private readonly turns = new Turns();
  private readonly tallies = new AskedCaptures(({ log }) => new TopicTallies(log));

  constructor(library: Pick<CaptureLibrary, 'use'>) {
    this.library = library;
  }

  counts({ captureId, since }: CommandInput<'topics.counts'>): Promise<TopicCounts> {
    return this.library.use(captureId, async (capture) => {
      const tallies = this.tallies.of(capture);
      const turns = new AskedTurns(capture, this.turns);
      while (tallies.searched < capture.log.index.length) {
        const until = await turns.next();
        if (until === null) break;
        tallies.count(until);
      }
      return {
        ...tallies.since(since),
        total: tallies.total,
        searched: tallies.searched,
        packets: capture.log.index.length,
        live: capture.isLive,
      };
    });
  }

  values({
    captureId,
    rows,
  }: CommandInput<'topics.values'>): Promise<CommandOutput<'topics.values'>> {
    return this.library.use(captureId, async (capture) => {
      const values = [];
      for (const row of rows) {
        const value = await shortValue(capture, row);
        if (value !== null) values.push(value);
      }
      return { values };
    });
  }

  /** A capture goes away. */
  forget(captureId: string): void {
    this.tallies.forget(captureId);
  }
}
