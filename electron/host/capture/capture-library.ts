import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Capture as CaptureInfo } from '../../../shared/contract/packets.ts';
import { HostError } from '../../../shared/contract/result.ts';
import { writeJsonFile } from '../storage/json-file.ts';
import { Capture, captureInfo, PACKETS_FILE, SESSION_FILE } from './capture.ts';
import { newCaptureId, readDescription, readInfo } from './capture-folder.ts';
import { capturesToPrune } from './captures-to-prune.ts';
import type { WriteAt } from './packet-file.ts';
import type { CaptureFile } from './session-file.ts';

/** How many past captures stay open for reading at once. */
const OPEN_MAX = 8;
/** Milliseconds between two looks at the budget while something is recorded. */
const BUDGET_CHECK_MS = 30_000;

export interface CaptureLibraryOptions {
  readonly folder: string;
  /** Bytes that all captures together may take before the oldest are deleted; asked at each look. */
  readonly budgetBytes: () => number;
  /** How packets are written, for a disk other than the real one. */
  readonly write?: WriteAt;
  /** The list changed. */
  changed(captures: CaptureInfo[]): void;
  /** Recording stopped; the session goes on. */
  stopped(capture: CaptureInfo): void;
  /** Captures were deleted to stay within the budget. */
  pruned(captures: readonly CaptureInfo[]): void;
}

interface Past {
  readonly about: CaptureFile;
  readonly info: CaptureInfo;
}

/** The folder of captures: one sub-folder each, named by its id. */
export class CaptureLibrary {
  private readonly options: CaptureLibraryOptions;
  /** Folders of captures that could not be read when the library was loaded. */
  readonly unreadable: string[] = [];
  private readonly past = new Map<string, Past>();
  /** Past captures open for reading; the least recently used first. */
  private readonly open = new Map<string, Promise<Capture>>();
  private readonly live = new Map<string, Capture>();
  /** How many users want a capture to stay open. */
  private readonly held = new Map<string, number>();
  private budgetTimer: NodeJS.Timeout | null = null;

  constructor(options: CaptureLibraryOptions) {
    this.options = options;
  }

  /**
   * Reads what is in the folder. Captures that were not finished (the process was killed) are
   * scanned to count their packets; answers those whose half-written tail was cut.
   */
  async load(): Promise<CaptureInfo[]> {
    const { folder } = this.options;
    await mkdir(folder, { recursive: true });
    const cut: CaptureInfo[] = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const about = await readDescription(this.pathOf(entry.name), entry.name).catch(() => null);
      const info = about && (await this.describe(entry.name, about).catch(() => null));
      if (about === null || info === null) {
        // Without a packets file it is somebody else's folder.
        const isCapture = await stat(join(this.pathOf(entry.name), PACKETS_FILE)).catch(() => null);
        if (isCapture !== null) this.unreadable.push(this.pathOf(entry.name));
        continue;
      }
      if (info.cut > 0) cut.push(info);
      this.past.set(entry.name, { about, info });
    }
    this.budgetTimer = setInterval(() => void this.keepBudget(), BUDGET_CHECK_MS);
    await this.keepBudget();
    return cut;
  }

  /** Newest first. */
  list(): CaptureInfo[] {
    const live = [...this.live.values()].map((capture) => capture.info());
    const past = [...this.past.values()].map(({ info }) => info);
    return [...live, ...past].sort((one, other) => other.startedAt - one.startedAt);
  }

  async create(about: CaptureFile): Promise<Capture> {
    const id = newCaptureId(about);
    const folder = this.pathOf(id);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const capture = await Capture.create(id, folder, about, this.options.write);
      capture.onStopped = () => {
        this.options.stopped(capture.info());
        this.tell();
      };
      this.live.set(id, capture);
      this.tell();
      return capture;
    } catch (error) {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      throw new HostError('storage-failed', `cannot record into ${folder}: ${String(error)}`);
    }
  }

  /** Takes over the folder of a finished capture that was made elsewhere: it is moved here. */
  async adopt(folder: string, about: CaptureFile): Promise<CaptureInfo> {
    const id = newCaptureId(about);
    try {
      await rename(folder, this.pathOf(id));
    } catch (error) {
      throw new HostError('storage-failed', `cannot keep the capture: ${String(error)}`);
    }
    const info = await this.describe(id, about);
    this.past.set(id, { about, info });
    this.tell();
    await this.keepBudget();
    return info;
  }

  /** A live capture, or a past one, opened when first asked for and read to its end. */
  async get(id: string): Promise<Capture> {
    const capture = await this.begin(id);
    await capture.whole();
    const past = this.past.get(id);
    if (past !== undefined && capture.cut > past.info.cut) {
      this.past.set(id, { about: past.about, info: capture.info() });
      this.tell();
    }
    return capture;
  }

  /** As `get`, but a past one of which there may be more to read; its first packets are there. */
  async begin(id: string): Promise<Capture> {
    const live = this.live.get(id);
    if (live !== undefined) return live;
    const past = this.pastOf(id);
    const opening = this.open.get(id) ?? Capture.begin(id, this.pathOf(id), past.about);
    this.open.delete(id);
    this.open.set(id, opening);
    await this.closeOldest();
    try {
      return await opening;
    } catch (error) {
      this.open.delete(id);
      throw error;
    }
  }

  /** As `get`, waiting no longer than until a row is there, or known not to be. */
  async getFor(id: string, row: number): Promise<Capture> {
    const capture = await this.begin(id);
    return row < capture.log.index.length ? capture : this.get(id);
  }

  /** Gives a capture that stays open until `work` is over. */
  async use<T>(id: string, work: (capture: Capture) => Promise<T>): Promise<T> {
    this.held.set(id, (this.held.get(id) ?? 0) + 1);
    try {
      return await work(await this.get(id));
    } finally {
      const others = (this.held.get(id) ?? 1) - 1;
      if (others > 0) this.held.set(id, others);
      else this.held.delete(id);
    }
  }

  /** A live capture ends: it becomes a past one. */
  async finish(capture: Capture): Promise<void> {
    const { id } = capture;
    if (!this.live.has(id)) return;
    await capture.finish();
    this.live.delete(id);
    if (capture.failure === null) {
      this.past.set(id, { about: capture.about, info: capture.info() });
      this.open.set(id, Promise.resolve(capture));
      await this.closeOldest();
    } else {
      await this.closeFailed(capture);
    }
    this.tell();
    await this.keepBudget();
  }

  /** Goes on recording after a failure; `storage-failed` when the disk still refuses. */
  async resume(id: string): Promise<CaptureInfo> {
    const capture = this.live.get(id);
    if (capture === undefined) throw new HostError('not-found', `${id} is not being recorded`);
    await capture.resume();
    this.tell();
    return capture.info();
  }

  /** Changes what a capture is called, whether it is pinned, what is drawn of it, or which packets are marked. */
  async change(
    id: string,
    changes: Partial<Pick<CaptureFile, 'label' | 'pinned' | 'series' | 'bookmarks'>>,
  ): Promise<CaptureInfo> {
    const capture = this.live.get(id) ?? (await this.open.get(id));
    const about = { ...(capture?.about ?? this.pastOf(id).about), ...changes };
    try {
      if (capture === undefined) await writeJsonFile(join(this.pathOf(id), SESSION_FILE), about);
      else await capture.describe(about);
    } catch (error) {
      throw new HostError('storage-failed', `cannot describe the capture: ${String(error)}`);
    }
    const past = this.past.get(id);
    const info = captureInfo(id, about, past?.info ?? this.liveInfo(id));
    if (past !== undefined) this.past.set(id, { about, info });
    this.tell();
    return info;
  }

  async delete(id: string): Promise<void> {
    if (this.live.has(id))
      throw new HostError('already-connected', 'the capture is being recorded');
    this.pastOf(id);
    await this.remove(id);
    this.tell();
  }

  async close(): Promise<void> {
    if (this.budgetTimer !== null) clearInterval(this.budgetTimer);
    for (const capture of this.live.values()) await capture.close();
    for (const open of this.open.values()) await (await open.catch(() => null))?.close();
    this.live.clear();
    this.open.clear();
  }

  private pathOf(id: string): string {
    return join(this.options.folder, id);
  }

  private pastOf(id: string): Past {
    const past = this.past.get(id);
    if (past === undefined) throw new HostError('not-found', `no capture ${id}`);
    return past;
  }

  private liveInfo(id: string): CaptureInfo {
    const capture = this.live.get(id);
    if (capture === undefined) throw new HostError('not-found', `no capture ${id}`);
    return capture.info();
  }

  private tell(): void {
    this.options.changed(this.list());
  }

  /** Deletes the oldest captures that are not pinned until the rest is within the budget. */
  async keepBudget(): Promise<void> {
    const pruned = capturesToPrune(this.list(), this.options.budgetBytes());
    if (pruned.length === 0) return;
    // Whatever could not be deleted is found again, and tried again, at the next start.
    await Promise.allSettled(pruned.map(({ id }) => this.remove(id)));
    this.tell();
    this.options.pruned(pruned);
  }

  private async remove(id: string): Promise<void> {
    const open = this.open.get(id);
    this.open.delete(id);
    this.past.delete(id);
    await (await open?.catch(() => null))?.close();
    try {
      await rm(this.pathOf(id), { recursive: true, force: true });
    } catch (error) {
      throw new HostError('storage-failed', `cannot delete the capture: ${String(error)}`);
    }
  }

  /** What never reached the disk is gone with the capture: the file says what is left. */
  private async closeFailed(capture: Capture): Promise<void> {
    const { id } = capture;
    const { packets, dropped } = capture.info();
    await capture.close();
    const left = await this.describe(id, capture.about).catch(() => null);
    if (left === null) return;
    const about = { ...capture.about, dropped: dropped + packets - left.packets };
    await writeJsonFile(join(this.pathOf(id), SESSION_FILE), about).catch(() => undefined);
    this.past.set(id, { about, info: { ...left, dropped: about.dropped } });
  }

  private describe(id: string, about: CaptureFile): Promise<CaptureInfo> {
    return readInfo(id, this.pathOf(id), about);
  }

  private async closeOldest(): Promise<void> {
    for (const [id, opening] of this.open) {
      if (this.open.size <= OPEN_MAX) return;
      if (this.held.has(id)) continue;
      this.open.delete(id);
      await (await opening.catch(() => null))?.close();
    }
  }
}
