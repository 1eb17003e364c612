import type { CommandInput } from '../../../../shared/contract/commands.ts';
import {
  type FieldList,
  type SeriesAnswer,
  type SeriesPoints,
  type SeriesSource,
  SOURCES_MAX,
} from '../../../../shared/contract/series.ts';
import { AskedTurns } from '../asked-turns.ts';
import type { Capture } from '../capture.ts';
import type { Turns } from '../view-turns.ts';
import { FieldFinder } from './field-finder.ts';
import { RowPass } from './row-pass.ts';
import type { SeriesReader } from './series-reader.ts';
import { seriesReader } from './series-readers.ts';
import { thinSpans } from './thin-spans.ts';

/** What was learnt of one capture's values so far. */
export class SeriesSearch {
  private readonly capture: Capture;
  private readonly turns: Turns;
  private readonly finder: FieldFinder;
  private readonly finding: RowPass;
  private readonly reading: RowPass;
  /**
   * As many of each kind as one question may ask for; the one asked for longest ago is let go first.
   * Each kind by itself: values from payloads cost more to find again than counts by another interval.
   */
  private readonly readers: Readonly<Record<SeriesSource['kind'], Map<string, SeriesReader>>> = {
    field: new Map(),
    roundTrip: new Map(),
    rate: new Map(),
  };
  /** How often something became known by time alone. */
  private settled = 0;
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
      if (searched === index.length) this.settle(readers);
      const revision = searched + this.settled;
      const { start, end } = this.extent(readers);
      const part = { from: input.from ?? start ?? 0, to: input.to ?? end ?? 0 };
      const apart = (part.to - part.from) / input.points;
      return {
        ...this.progress(searched),
        start,
        end,
        revision,
        offline: thinSpans(this.capture.log.offline(), part, apart),
        series:
          input.since === revision
            ? null
            : readers.map((reader) => ({
                ...this.points(reader, part, input.points),
                unanswered: thinSpans(
                  reader.unanswered.map((time) => ({ from: time, to: time })),
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
    const kept = this.readers[source.kind];
    const reader = kept.get(key) ?? seriesReader(this.capture, source);
    kept.delete(key);
    kept.set(key, reader);
    for (const other of kept.keys()) {
      if (kept.size <= SOURCES_MAX) break;
      kept.delete(other);
    }
    return reader;
  }

  private settle(readers: readonly SeriesReader[]): void {
    const now = this.capture.now();
    // Each of them, whether or not another has something new.
    if (readers.filter((reader) => reader.settle(now)).length > 0) this.settled += 1;
  }

  /** First and last time that there is something of. */
  private extent(readers: readonly SeriesReader[]): Pick<SeriesAnswer, 'start' | 'end'> {
    const { index } = this.capture.log;
    if (index.length === 0) return { start: null, end: null };
    const found = readers.filter(({ samples }) => samples.length > 0);
    const starts = found.map(({ samples, halfInterval }) => samples.time(0) - halfInterval);
    const ends = found.map(
      ({ samples, halfInterval }) => samples.time(samples.length - 1) + halfInterval,
    );
    return {
      start: Math.min(index.time(0), ...starts),
      end: Math.max(index.time(index.length - 1), ...ends),
    };
  }

  private points(
    reader: SeriesReader,
    { from, to }: { readonly from: number; readonly to: number },
    room: number,
  ): Omit<SeriesPoints, 'unanswered'> {
    const { samples } = reader;
    const { places, ...facts } = reader.span(from, to, room);
    const rows = places.map((at) => samples.row(at));
    return {
      times: places.map((at) => samples.time(at)),
      values: places.map((at) => samples.value(at)),
      rows,
      // What is counted goes on without a connection, too: there is nothing then.
      breaks: reader.halfInterval > 0 ? [] : this.breaks(rows),
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
