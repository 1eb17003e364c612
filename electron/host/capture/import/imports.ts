import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { CommandInput, CommandOutput } from '../../../../shared/contract/commands.ts';
import type { EventPayload } from '../../../../shared/contract/events.ts';
import { HostError } from '../../../../shared/contract/result.ts';
import type { CaptureLibrary } from '../capture-library.ts';
import { importCapture } from './import-capture.ts';

/** Imports under way; with the next one the oldest is forgotten (a page that went away). */
const IMPORTS_MAX = 4;
/** Milliseconds between two words on progress. */
const PROGRESS_MS = 200;

interface Job {
  readonly id: string;
  readonly folder: string;
  readonly label: string;
  readonly size: number;
  readonly stop: AbortController;
  received: number;
  /** Pieces are appended, and the capture is made, one after the other. Never rejects. */
  last: Promise<unknown>;
}

export interface ImportsOptions {
  /** Holds what is under way; emptied at every start. */
  readonly folder: string;
  readonly captures: CaptureLibrary;
  progress(payload: EventPayload<'import.progress'>): void;
}

/** Files on their way from a page to the library of captures. */
export class Imports {
  private readonly options: ImportsOptions;
  private readonly jobs = new Map<string, Job>();

  constructor(options: ImportsOptions) {
    this.options = options;
  }

  /** Deletes what an earlier run left behind. */
  async load(): Promise<void> {
    await rm(this.options.folder, { recursive: true, force: true });
  }

  async begin({
    name,
    size,
  }: CommandInput<'captures.importBegin'>): Promise<CommandOutput<'captures.importBegin'>> {
    const id = randomUUID();
    const folder = join(this.options.folder, id);
    await stored(mkdir(folder, { recursive: true, mode: 0o700 }));
    const label = basename(name, extname(name)).trim() || 'import';
    const stop = new AbortController();
    this.jobs.set(id, { id, folder, label, size, stop, received: 0, last: Promise.resolve() });
    for (const old of [...this.jobs.keys()].slice(0, -IMPORTS_MAX)) await this.cancel(old);
    return { importId: id };
  }

  async chunk({
    importId,
    data,
  }: CommandInput<'captures.importChunk'>): Promise<CommandOutput<'captures.importChunk'>> {
    const job = this.job(importId);
    const bytes = Buffer.from(data, 'base64');
    if (job.received + bytes.length > job.size) {
      throw new HostError('invalid-input', `more than the ${job.size} bytes that were announced`);
    }
    job.received += bytes.length;
    const { received } = job;
    await this.inTurn(job, () => append(join(job.folder, 'file'), bytes));
    return { received };
  }

  async end({
    importId,
    ports,
  }: CommandInput<'captures.importEnd'>): Promise<CommandOutput<'captures.importEnd'>> {
    const job = this.job(importId);
    if (job.received !== job.size) {
      throw new HostError('invalid-input', `${job.received} of ${job.size} bytes have come`);
    }
    try {
      return await this.inTurn(job, () => this.make(job, ports));
    } catch (error) {
      if (job.stop.signal.aborted) throw new HostError('not-found', 'the import was cancelled');
      throw error;
    } finally {
      this.jobs.delete(importId);
      await rm(job.folder, { recursive: true, force: true });
    }
  }

  /** Forgets what has come, or ends the making of the capture. */
  async cancel(importId: string): Promise<void> {
    const job = this.job(importId);
    this.jobs.delete(importId);
    job.stop.abort();
    await job.last;
    await rm(job.folder, { recursive: true, force: true });
  }

  async close(): Promise<void> {
    await Promise.all([...this.jobs.keys()].map((id) => this.cancel(id)));
    await rm(this.options.folder, { recursive: true, force: true });
  }

  private job(id: string): Job {
    const job = this.jobs.get(id);
    if (job === undefined) throw new HostError('not-found', `no import ${id}`);
    return job;
  }

  private inTurn<T>(job: Job, work: () => Promise<T>): Promise<T> {
    const result = job.last.then(() => {
      job.stop.signal.throwIfAborted();
      return work();
    });
    job.last = result.catch(() => undefined);
    return result;
  }

  private async make(
    job: Job,
    ports: readonly number[],
  ): Promise<CommandOutput<'captures.importEnd'>> {
    const folder = join(job.folder, 'capture');
    await stored(mkdir(folder, { mode: 0o700 }));
    let told = Date.now();
    const { about, report } = await importCapture({
      path: join(job.folder, 'file'),
      label: job.label,
      ports,
      folder,
      signal: job.stop.signal,
      progress: (done, total) => {
        if (Date.now() - told < PROGRESS_MS) return;
        told = Date.now();
        this.options.progress({ importId: job.id, done, total });
      },
    });
    job.stop.signal.throwIfAborted();
    return { capture: await this.options.captures.adopt(folder, about), report };
  }
}

async function append(path: string, bytes: Buffer): Promise<void> {
  await stored(
    open(path, 'a', 0o600).then(async (file) => {
      try {
        await file.appendFile(bytes);
      } finally {
        await file.close();
      }
    }),
  );
}

async function stored<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new HostError('storage-failed', `cannot keep the file: ${String(error)}`);
  }
}
