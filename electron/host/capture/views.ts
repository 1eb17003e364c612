import { randomUUID } from 'node:crypto';
import type { CommandInput, CommandOutput } from '../../../shared/contract/commands.ts';
import type { EventPayload } from '../../../shared/contract/events.ts';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import { HostError } from '../../../shared/contract/result.ts';
import type { Capture } from './capture.ts';
import type { CaptureLibrary } from './capture-library.ts';

/** At most 30 events a second and view, whatever comes in. */
const TICK_MS = 34;
/** Views a forgetful page may leave open before the oldest is closed. */
const VIEWS_MAX = 64;

interface View {
  readonly id: string;
  readonly capture: Capture;
  followRows: number;
  toldTotal: number;
  changed: number | null;
}

type Grew = EventPayload<'view.grew'>;

/** The open views and the ticker that tells of their growth. */
export class Views {
  private readonly views = new Map<string, View>();
  private readonly library: CaptureLibrary;
  private readonly tell: (grew: Grew) => void;
  private readonly rates = new Map<Capture, RateMeter>();
  private ticks = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(library: CaptureLibrary, tell: (grew: Grew) => void) {
    this.library = library;
    this.tell = tell;
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  async open({ captureId }: CommandInput<'view.open'>): Promise<CommandOutput<'view.open'>> {
    const capture = await this.library.get(captureId);
    const total = capture.log.index.length;
    const view: View = {
      id: randomUUID(),
      capture,
      followRows: 0,
      toldTotal: total,
      changed: null,
    };
    this.views.set(view.id, view);
    capture.log.onRowChanged = (row) => this.rowChanged(capture, row);
    for (const id of this.views.keys()) {
      if (this.views.size <= VIEWS_MAX) break;
      this.views.delete(id);
    }
    return { viewId: view.id, total, start: capture.about.startedAt };
  }

  rows({ viewId, start, count }: CommandInput<'view.rows'>): { total: number; rows: PacketRow[] } {
    const view = this.view(viewId);
    return { total: view.capture.log.index.length, rows: view.capture.rows(start, count) };
  }

  follow({ viewId, rows }: CommandInput<'view.follow'>): void {
    this.view(viewId).followRows = rows;
  }

  close({ viewId }: CommandInput<'view.close'>): void {
    this.views.delete(viewId);
  }

  /** Closes the views of a capture that goes away. */
  forget(captureId: string): void {
    for (const [id, view] of this.views) if (view.capture.id === captureId) this.views.delete(id);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private view(id: string): View {
    const view = this.views.get(id);
    if (view === undefined) throw new HostError('not-found', `no view ${id}`);
    // Moved to the end: the map's order is the order of use.
    this.views.delete(id);
    this.views.set(id, view);
    return view;
  }

  private rowChanged(capture: Capture, row: number): void {
    for (const view of this.views.values()) {
      if (view.capture === capture && (view.changed === null || row < view.changed)) {
        view.changed = row;
      }
    }
  }

  private tick(): void {
    this.ticks += 1;
    const everySecond = this.ticks % 30 === 0;
    const captures = new Set([...this.views.values()].map((view) => view.capture));
    for (const capture of captures) {
      if (everySecond && capture.isLive) capture.checkOverdue();
      this.rate(capture).sample(capture.log.index.length, everySecond);
    }
    for (const capture of this.rates.keys()) if (!captures.has(capture)) this.rates.delete(capture);
    for (const view of this.views.values()) this.tickView(view);
  }

  private tickView(view: View): void {
    const { capture } = view;
    const total = capture.log.index.length;
    const rate = this.rate(capture);
    if (total === view.toldTotal && view.changed === null && !rate.changed) return;
    const tailStart = Math.max(0, total - view.followRows);
    this.tell({
      viewId: view.id,
      total,
      tail: view.followRows > 0 ? capture.rows(tailStart, view.followRows) : [],
      changed: view.changed,
      bytes: capture.bytes,
      rate: rate.perSecond,
      dropped: capture.log.dropped,
    });
    view.toldTotal = total;
    view.changed = null;
  }

  private rate(capture: Capture): RateMeter {
    let rate = this.rates.get(capture);
    if (rate === undefined) {
      rate = new RateMeter(capture.log.index.length);
      this.rates.set(capture, rate);
    }
    return rate;
  }
}

/** Packets of the last second. */
class RateMeter {
  perSecond = 0;
  /** The figure changed with the last sample. */
  changed = false;
  private last: number;

  constructor(total: number) {
    this.last = total;
  }

  sample(total: number, secondEnded: boolean): void {
    this.changed = false;
    if (!secondEnded) return;
    const perSecond = total - this.last;
    this.changed = perSecond !== this.perSecond;
    this.perSecond = perSecond;
    this.last = total;
  }
}
