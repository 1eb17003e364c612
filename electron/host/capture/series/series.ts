import type { CommandInput, CommandOutput } from '../../../../shared/contract/commands.ts';
import type { FieldList, SeriesAnswer } from '../../../../shared/contract/series.ts';
import { AskedCaptures } from '../asked-captures.ts';
import type { CaptureLibrary } from '../capture-library.ts';
import { Turns } from '../view-turns.ts';
import { SeriesSearch } from './series-search.ts';

/** Captures whose values are kept at once: of each at most 16 fields, 16 round trips and 16 rates, 5 MiB a series. */
const CAPTURES_MAX = 2;

/** Values over time in captures, looked for when a page asks and only as far as it asks. */
export class Series {
  private readonly library: Pick<CaptureLibrary, 'get' | 'use' | 'change'>;
  private readonly turns = new Turns();
  private readonly searches: AskedCaptures<SeriesSearch>;

  constructor(library: Pick<CaptureLibrary, 'get' | 'use' | 'change'>) {
    this.library = library;
    this.searches = new AskedCaptures(
      (capture) => new SeriesSearch(capture, this.turns),
      (search) => search.close(),
      CAPTURES_MAX,
    );
  }

  find({ captureId }: CommandInput<'series.find'>): Promise<FieldList> {
    return this.library.use(captureId, (capture) => this.searches.of(capture).find());
  }

  read(input: CommandInput<'series.read'>): Promise<SeriesAnswer> {
    return this.library.use(input.captureId, (capture) => this.searches.of(capture).read(input));
  }

  async chosen({
    captureId,
  }: CommandInput<'series.chosen'>): Promise<CommandOutput<'series.chosen'>> {
    const { about } = await this.library.get(captureId);
    return { sources: about.series ?? [] };
  }

  async choose({
    captureId,
    sources,
  }: CommandInput<'series.choose'>): Promise<CommandOutput<'series.choose'>> {
    await this.library.change(captureId, { series: sources });
    return { sources };
  }

  /** A capture goes away. */
  forget(captureId: string): void {
    this.searches.forget(captureId);
  }

  stop(): void {
    this.searches.clear();
  }
}
