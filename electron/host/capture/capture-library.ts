import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Capture as CaptureInfo } from '../../../shared/contract/packets.ts';
import { HostError } from '../../../shared/contract/result.ts';
import { readJsonFile } from '../storage/json-file.ts';
import { Capture, PACKETS_FILE, SESSION_FILE } from './capture.ts';
import { type CaptureFile, captureFileSchema } from './session-file.ts';

/** How many past captures stay open for reading at once. */
const OPEN_MAX = 8;

interface Past {
  readonly about: CaptureFile;
  readonly info: CaptureInfo;
}

/** The folder of captures: one sub-folder each, named by its id. */
export class CaptureLibrary {
  private readonly folder: string;
  private readonly changed: (captures: CaptureInfo[]) => void;
  private readonly past = new Map<string, Past>();
  /** Live captures and those open for reading; the least recently used first. */
  private readonly open = new Map<string, Promise<Capture>>();
  private readonly live = new Map<string, Capture>();

  constructor(folder: string, changed: (captures: CaptureInfo[]) => void) {
    this.folder = folder;
    this.changed = changed;
  }

  /**
   * Reads what is in the folder. Captures that were not finished (the process was killed) are
   * scanned to count their packets; answers those whose half-written tail was cut.
   */
  async load(): Promise<CaptureInfo[]> {
    await mkdir(this.folder, { recursive: true });
    const cut: CaptureInfo[] = [];
    for (const entry of await readdir(this.folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const path = join(this.folder, entry.name);
      const about = await describedIn(path, entry.name).catch(() => null);
      const info = about && (await this.describe(entry.name, path, about).catch(() => null));
      // Not a capture: somebody else's folder, or one without a readable packets file.
      if (about === null || info === null) continue;
      if (info.cut > 0) cut.push(info);
      this.past.set(entry.name, { about, info });
    }
    return cut;
  }

  /** Newest first. */
  list(): CaptureInfo[] {
    const live = [...this.live.values()].map((capture) => capture.info());
    const past = [...this.past.values()].map(({ info }) => info);
    return [...live, ...past].sort((one, other) => other.startedAt - one.startedAt);
  }

  async create(about: CaptureFile): Promise<Capture> {
    const stamp = new Date(about.startedAt).toISOString().replaceAll(/[:.]/g, '-');
    const id = `${stamp}-${randomBytes(3).toString('hex')}`;
    const folder = join(this.folder, id);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const capture = await Capture.create(id, folder, about);
      this.live.set(id, capture);
      this.changed(this.list());
      return capture;
    } catch (error) {
      throw new HostError('storage-failed', `cannot record into ${folder}: ${String(error)}`);
    }
  }

  /** A live capture, or a past one, opened when first asked for. */
  async get(id: string): Promise<Capture> {
    const live = this.live.get(id);
    if (live !== undefined) return live;
    const known = this.open.get(id);
    const past = this.past.get(id);
    if (past === undefined) throw new HostError('not-found', `no capture ${id}`);
    const opening = known ?? Capture.open(id, join(this.folder, id), past.about);
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

  /** A live capture ends: it becomes a past one. */
  async finish(capture: Capture): Promise<void> {
    if (!this.live.has(capture.id)) return;
    await capture.finish();
    this.live.delete(capture.id);
    this.past.set(capture.id, { about: capture.about, info: capture.info() });
    this.open.set(capture.id, Promise.resolve(capture));
    this.changed(this.list());
  }

  async delete(id: string): Promise<void> {
    if (this.live.has(id))
      throw new HostError('already-connected', 'the capture is being recorded');
    if (!this.past.has(id)) throw new HostError('not-found', `no capture ${id}`);
    const open = this.open.get(id);
    this.open.delete(id);
    this.past.delete(id);
    await (await open)?.close();
    await rm(join(this.folder, id), { recursive: true, force: true });
    this.changed(this.list());
  }

  async close(): Promise<void> {
    for (const capture of this.live.values()) await capture.close();
    for (const open of this.open.values()) await (await open.catch(() => null))?.close();
    this.live.clear();
    this.open.clear();
  }

  private async describe(id: string, folder: string, about: CaptureFile): Promise<CaptureInfo> {
    if (about.packets === undefined) {
      const capture = await Capture.open(id, folder, about);
      const info = capture.info();
      await capture.close();
      return info;
    }
    const { size } = await stat(join(folder, PACKETS_FILE));
    return {
      id,
      label: about.label,
      endpoint: about.endpoint,
      deviceId: about.deviceId,
      startedAt: about.startedAt,
      packets: about.packets,
      bytes: size,
      live: false,
      cut: 0,
    };
  }

  private async closeOldest(): Promise<void> {
    for (const [id, opening] of this.open) {
      if (this.open.size <= OPEN_MAX) return;
      this.open.delete(id);
      await (await opening.catch(() => null))?.close();
    }
  }
}

/** A capture's description; one whose description is lost still has its packets. */
async function describedIn(folder: string, name: string): Promise<CaptureFile> {
  const content = await readJsonFile(join(folder, SESSION_FILE), captureFileSchema);
  if (content.kind === 'read') return content.value;
  const { birthtimeMs } = await stat(join(folder, PACKETS_FILE));
  return {
    version: 1,
    label: name,
    endpoint: '',
    deviceId: null,
    target: null,
    startedAt: Math.round(birthtimeMs),
  };
}
