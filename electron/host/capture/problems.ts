import type { ThingModel } from '../../../shared/alibaba/thing-model.ts';
import type { CommandInput } from '../../../shared/contract/commands.ts';
import type { ProblemList } from '../../../shared/contract/problems.ts';
import type { CaptureLibrary } from './capture-library.ts';
import { ProblemSearch } from './problem-search.ts';
import { Turns } from './view-turns.ts';

/** Milliseconds between two looks at the captures that are watched. */
const LOOK_MS = 250;
/** Captures watched at once; the one watched longest ago is let go first. */
const WATCHED_MAX = 8;

/** The captures that pages want to know the problems of. */
export class Problems {
  private readonly searches = new Map<string, ProblemSearch>();
  private readonly library: Pick<CaptureLibrary, 'get' | 'use'>;
  private readonly tell: (list: ProblemList) => void;
  private readonly thingModelOf: (productKey: string) => ThingModel | null;
  private readonly turns = new Turns();
  private readonly timer: NodeJS.Timeout;
  private looking = false;

  /** @param thingModelOf the thing model of a product, null where none is known */
  constructor(
    library: Pick<CaptureLibrary, 'get' | 'use'>,
    thingModelOf: (productKey: string) => ThingModel | null,
    tell: (list: ProblemList) => void,
  ) {
    this.library = library;
    this.thingModelOf = thingModelOf;
    this.tell = tell;
    this.timer = setInterval(() => void this.look(), LOOK_MS);
  }

  async watch({ captureId }: CommandInput<'problems.watch'>): Promise<ProblemList> {
    const capture = await this.library.get(captureId);
    const known = this.searches.get(captureId);
    // One of the past that was closed meanwhile was read anew: its filters know of no problems yet.
    const search =
      known?.capture === capture
        ? known
        : new ProblemSearch(capture, this.turns, this.thingModelOf);
    if (search !== known) known?.close();
    this.searches.delete(captureId);
    this.searches.set(captureId, search);
    for (const id of this.searches.keys()) {
      if (this.searches.size <= WATCHED_MAX) break;
      this.forget(id);
    }
    return search.list();
  }

  /** A capture goes away. */
  forget(captureId: string): void {
    this.searches.get(captureId)?.close();
    this.searches.delete(captureId);
  }

  stop(): void {
    clearInterval(this.timer);
    for (const id of this.searches.keys()) this.forget(id);
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    for (const [id, search] of [...this.searches]) {
      if (search.isDone) continue;
      // A capture that was deleted meanwhile cannot be read: nothing is left to find.
      const changed = await this.library.use(id, () => search.look()).catch(() => false);
      if (changed && this.searches.get(id) === search) this.tell(search.list());
    }
    this.looking = false;
  }
}
