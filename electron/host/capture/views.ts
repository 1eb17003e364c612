import { randomUUID } from 'node:crypto';
import type { CommandInput, CommandOutput } from '../../../shared/contract/commands.ts';
import type { EventPayload, ViewSearch } from '../../../shared/contract/events.ts';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import { HostError } from '../../../shared/contract/result.ts';
import type { CompiledFilter } from '../../../shared/filter/compile-filter.ts';
import type { Capture } from './capture.ts';
import type { CaptureLibrary } from './capture-library.ts';
import { FilteredRows } from './filter-rows.ts';
import { readFilter } from './read-filter.ts';
import { ViewStatistics } from './statistics/view-statistics.ts';
import { CaptureWatch } from './view-capture-watch.ts';
import { ViewDensity } from './view-density.ts';
import { AllRows, type ViewRows } from './view-rows.ts';
import { Turns } from './view-turns.ts';

/** At most 30 events a second and view, whatever comes in. */
const TICK_MS = 34;
/** Ticks between two events about a capture that is being read: its packets are no news. */
const READING_TICKS = 6;
/** Views a forgetful page may leave open before the oldest is closed. */
const VIEWS_MAX = 64;

interface View {
  readonly id: string;
  readonly capture: Capture;
  readonly rows: ViewRows;
  readonly density: ViewDensity;
  readonly statistics: ViewStatistics;
  followRows: number;
  toldTotal: number;
  toldSearch: ViewSearch | null;
  toldReading: number | null;
}

type Grew = EventPayload<'view.grew'>;

/** The open views and the ticker that tells of their growth. */
export class Views {
  private readonly views = new Map<string, View>();
  private readonly library: Pick<CaptureLibrary, 'begin' | 'get'>;
  private readonly tell: (grew: Grew) => void;
  private readonly watches = new Map<Capture, CaptureWatch>();
  private readonly turns = new Turns();
  private ticks = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(library: Pick<CaptureLibrary, 'begin' | 'get'>, tell: (grew: Grew) => void) {
    this.library = library;
    this.tell = tell;
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  /** A filter that cannot be read leaves the view that it should replace as it is. */
  async open(input: CommandInput<'view.open'>): Promise<CommandOutput<'view.open'>> {
    const { captureId, filter, zoneOffset, replaces } = input;
    const compiled = readFilter(filter, zoneOffset);
    if (replaces !== undefined) this.end(replaces);
    const capture = await this.library.begin(captureId);
    // Says what could not be read, when everything else was.
    void this.library.get(captureId).catch(() => undefined);
    capture.log.onRowChanged = (row) => this.rowChanged(capture, row);
    this.watch(capture);
    const rows = this.rowsOf(capture, compiled);
    const { total, search } = rows;
    const density = new ViewDensity(capture, rows, this.turns);
    const statistics = new ViewStatistics(capture, rows, this.turns);
    const view = { id: randomUUID(), capture, rows, density, statistics, followRows: 0 };
    const { reading } = capture;
    const told = { toldTotal: total, toldSearch: search, toldReading: reading };
    this.views.set(view.id, { ...view, ...told });
    for (const id of this.views.keys()) {
      if (this.views.size <= VIEWS_MAX) break;
      this.end(id);
    }
    const { index } = capture.log;
    return {
      viewId: view.id,
      total,
      start: capture.about.startedAt,
      bytes: capture.bytes,
      dropped: capture.log.dropped,
      ...(index.length > 0 && { end: capture.end }),
      ...(search && { search }),
      ...(reading !== null && { reading }),
    };
  }

  rows({ viewId, start, count }: CommandInput<'view.rows'>): { total: number; rows: PacketRow[] } {
    const { rows } = this.view(viewId);
    return { total: rows.total, rows: rows.page(start, count) };
  }

  find({ viewId, row }: CommandInput<'view.find'>): CommandOutput<'view.find'> {
    return this.view(viewId).rows.positionOf(row);
  }

  async topics(input: CommandInput<'view.topics'>): Promise<CommandOutput<'view.topics'>> {
    const { capture } = this.view(input.viewId);
    return { topics: await this.watch(capture).topics.containing(input.contains, input.count) };
  }

  async bands({ viewId }: CommandInput<'view.bands'>): Promise<CommandOutput<'view.bands'>> {
    const { capture, rows } = this.view(viewId);
    const { list, hidden } = await capture.stateBands();
    const bands = list.map((band) => ({
      ...band,
      position: rows.positionOf(band.row).position,
    }));
    return { bands, hidden };
  }

  async density({ viewId, slices }: CommandInput<'view.density'>) {
    return this.view(viewId).density.slices(slices);
  }

  async statistics({ viewId }: CommandInput<'view.statistics'>) {
    const { capture, statistics } = this.view(viewId);
    // A request whose answer was not read yet would count as one that got none.
    await capture.whole();
    return statistics.answer();
  }

  async marks(input: CommandInput<'view.marks'>): Promise<CommandOutput<'view.marks'>> {
    const { capture, rows, density } = this.view(input.viewId);
    const counted = await density.problems(input.parts);
    const placeOf = (row: number) => {
      const { position, found } = rows.positionOf(row);
      return found ? position : null;
    };
    const marked = (capture.about.bookmarks ?? []).map(({ row }) => placeOf(row));
    const bookmarks = marked.filter((place) => place !== null);
    return { ...counted, places: input.rows.map(placeOf), bookmarks };
  }

  follow({ viewId, rows }: CommandInput<'view.follow'>): void {
    this.view(viewId).followRows = rows;
  }

  close({ viewId }: CommandInput<'view.close'>): void {
    this.end(viewId);
  }

  /** Closes the views of a capture that goes away. */
  forget(captureId: string): void {
    for (const [id, { capture }] of this.views) if (capture.id === captureId) this.end(id);
  }

  stop(): void {
    clearInterval(this.timer);
    for (const id of this.views.keys()) this.end(id);
  }

  private rowsOf(capture: Capture, filter: CompiledFilter | null): ViewRows {
    if (filter === null) return new AllRows(capture);
    const rows = new FilteredRows(capture, filter, this.turns);
    rows.advance();
    return rows;
  }

  private end(id: string): void {
    this.views.get(id)?.rows.stop();
    this.views.delete(id);
  }

  private view(id: string): View {
    const view = this.views.get(id);
    if (view === undefined) throw new HostError('not-found', `no view ${id}`);
    // Moved to the end: the map's order is the order of use.
    this.views.delete(id);
    this.views.set(id, view);
    return view;
  }

  private rowChanged(changed: Capture, row: number): void {
    for (const { capture, rows } of this.views.values()) {
      if (capture === changed) rows.rowChanged(row);
    }
  }

  private tick(): void {
    this.ticks += 1;
    const everySecond = this.ticks % 30 === 0;
    const captures = new Set([...this.views.values()].map((view) => view.capture));
    for (const capture of captures) {
      if (everySecond && capture.isLive) capture.checkOverdue();
      this.watch(capture).tick(everySecond);
    }
    for (const capture of this.watches.keys()) {
      if (!captures.has(capture)) this.watches.delete(capture);
    }
    for (const view of this.views.values()) this.tickView(view);
  }

  private tickView(view: View): void {
    const { capture, rows } = view;
    if (capture.reading !== null && this.ticks % READING_TICKS !== 0) return;
    const watch = this.watch(capture);
    if (watch.connectionEnded) rows.connectionEnded();
    rows.advance();
    const { total, search } = rows;
    const changed = rows.takeChanged();
    if (changed !== null) view.density.changed(changed);
    const { reading, log } = capture;
    const isNew =
      total !== view.toldTotal ||
      changed !== null ||
      watch.rateChanged ||
      reading !== view.toldReading ||
      moved(view, search);
    if (!isNew) return;
    view.toldTotal = total;
    view.toldSearch = search;
    view.toldReading = reading;
    const tailStart = Math.max(0, total - view.followRows);
    this.tell({
      viewId: view.id,
      total,
      tail: view.followRows > 0 ? rows.page(tailStart, view.followRows) : [],
      changed,
      bytes: capture.bytes,
      rate: watch.perSecond,
      dropped: log.dropped,
      ...(log.index.length > 0 && { end: capture.end }),
      ...(search && { search }),
      ...(reading !== null && { reading }),
    });
  }

  private watch(capture: Capture): CaptureWatch {
    const watch = this.watches.get(capture) ?? new CaptureWatch(capture, this.turns);
    this.watches.set(capture, watch);
    return watch;
  }
}

/** Whether the search went on or failed since the page was told. */
function moved({ toldSearch }: View, search: ViewSearch | null): boolean {
  return (
    search?.searched !== toldSearch?.searched ||
    search?.packets !== toldSearch?.packets ||
    search?.error !== toldSearch?.error
  );
}
