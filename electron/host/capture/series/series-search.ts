import type { CommandInput } from '../../../../shared/contract/commands.ts';
import type {
  FieldList,
  SeriesAnswer,
  SeriesPoints,
  SeriesSource,
} from '../../../../shared/contract/series.ts';
import { AskedTurns } from '../asked-turns.ts';
import type { Capture } from '../capture.ts';
import type { Turns } from '../view-turns.ts';
import { FieldFinder } from './field-finder.ts';
import { RowPass } from './row-pass.ts';
import { type SeriesReader, seriesReader } from './series-readers.ts';
import type { SeriesSamples } from './series-samples.ts';
import { thinSpans } from './thin-spans.ts';

/** Series kept of one capture; the one asked for longest ago is let go first. */
const READERS_MAX = 24;

/** What was learnt of one capture's values so far. */
export class SeriesSearch {
  private readonly capture: Capture;
  private readonly turns: Turns;
  private readonly finder: FieldFinder;
  private readonly finding: RowPass;
  private readonly reading: RowPass;
  private readonly readers = new Map<string, SeriesReader>();
  /** One question at a time: a pass has one place in the file. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(capture: Capture, turns: Turns) {
    this.capture = capture;
    this.turns = turns;
    this.finder = new FieldFinder(capture);
    this.finding = new RowPass(capture);
    this.reading = new RowPass(capture);
  }

  find(): Promise<FieldList> {
    return this.inOrder(async () => {
      await this.finding.advance([this.finder], new AskedTurns(this.capture, this.turns));
      const { fields, more, next } = this.finder;
      return { fields, more, ...this.progress(next) };
    });
  }

  read(input: CommandInput<'series.read'>): Promise<SeriesAnswer> {
    return this.inOrder(async () => {
      const { index } = this.capture.log;
      const readers = input.sources.map((source) => this.reader(source));
      await this.reading.advance(readers, new AskedTurns(this.capture, this.turns));
      const searched = Math.min(index.length, ...readers.map(({ next }) => next));
      if (searched === index.length)
        for (const reader of readers) reader.settle(this.capture.now());
      const ends = readers.map(({ samples }) => samples.time(samples.length - 1));
      const isEmpty = index.length === 0;
      const start = isEmpty ? null : index.time(0);
      const end = isEmpty ? null : Math.max(index.time(index.length - 1), ...ends);
      const part = { from: input.from ?? start ?? 0, to: input.to ?? end ?? 0 };
      const apart = (part.to - part.from) / input.points;
      return {
        ...this.progress(searched),
        start,
        end,
        offline: thinSpans(this.capture.log.offline(), part, apart),
        series:
          input.since === searched
            ? null
            : readers.map(({ samples, unanswered }) => ({
                ...this.points(samples, input),
                unanswered: thinSpans(
                  unanswered.map((time) => ({ from: time, to: time })),
                  part,
                  apart,
                ).map(({ from }) => from),
              })),
      };
    });
  }

  close(): void {
    this.finding.close();
    this.reading.close();
  }

  private progress(searched: number) {
    return { searched, packets: this.capture.log.index.length, live: this.capture.isLive };
  }

  private inOrder<T>(work: () => Promise<T>): Promise<T> {
    const answer = this.last.then(work, work);
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private reader(source: SeriesSource): SeriesReader {
    const key = JSON.stringify(source);
    const reader = this.readers.get(key) ?? seriesReader(this.capture, source);
    this.readers.delete(key);
    this.readers.set(key, reader);
    for (const other of this.readers.keys()) {
      if (this.readers.size <= READERS_MAX) break;
      this.readers.delete(other);
    }
    return reader;
  }

  private points(
    samples: SeriesSamples,
    input: CommandInput<'series.read'>,
  ): Omit<SeriesPoints, 'unanswered'> {
    const from = input.from ?? Number.NEGATIVE_INFINITY;
    const to = input.to ?? Number.POSITIVE_INFINITY;
    const { places, ...facts } = samples.span(from, to, input.points);
    const rows = places.map((at) => samples.row(at));
    return {
      times: places.map((at) => samples.time(at)),
      values: places.map((at) => samples.value(at)),
      rows,
      breaks: this.breaks(rows),
      ...facts,
    };
  }

  /** Where one connection follows another. */
  private breaks(rows: readonly number[]): number[] {
    const { index } = this.capture.log;
    const connection = (row: number | undefined) =>
      row === undefined || row < 0 ? null : index.connection(row);
    return rows.flatMap((row, at) => {
      const [before, own] = [connection(rows[at - 1]), connection(row)];
      return before !== null && own !== null && before !== own ? [at] : [];
    });
  }
}
