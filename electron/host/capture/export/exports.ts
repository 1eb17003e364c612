import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exportFileName } from '../../../../shared/contract/export-file-name.ts';
import { HostError } from '../../../../shared/contract/result.ts';
import type { Export, ExportFormat } from '../../../../shared/contract/transfers.ts';
import type { Capture } from '../capture.ts';
import type { CaptureLibrary } from '../capture-library.ts';
import { exportContent, exportTotal } from './export-content.ts';

/** Exports that are kept; with the next one the oldest goes. */
const KEPT_MAX = 8;
/** Bytes of text collected before they are written. */
const WRITE_BYTES = 64 * 1024;
/** Milliseconds between two words on progress. */
const PROGRESS_MS = 200;

const CONTENT_TYPES = {
  pcapng: 'application/vnd.tcpdump.pcap',
  jsonl: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
} as const satisfies Record<ExportFormat, string>;

/** A finished export, for a door that hands it to the user. */
export interface ExportedFile {
  readonly path: string;
  /** What to call it; plain Unicode, no path. */
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
}

export interface ExportsOptions {
  /** Holds the files until they are fetched; emptied at every start. */
  readonly folder: string;
  readonly captures: CaptureLibrary;
  changed(info: Export): void;
}

interface Job {
  info: Export;
  readonly stop: AbortController;
  readonly path: string;
  /** Never rejects. */
  finished: Promise<void>;
}

/** Files made of captures, and kept for a while. */
export class Exports {
  private readonly options: ExportsOptions;
  private readonly jobs = new Map<string, Job>();

  constructor(options: ExportsOptions) {
    this.options = options;
  }

  /** Deletes what an earlier run left behind. */
  async load(): Promise<void> {
    await rm(this.options.folder, { recursive: true, force: true });
  }

  /** Answers at once; `changed` tells of the rest. Rejects with `not-found` or `unreadable-file`. */
  async start(captureId: string, format: ExportFormat): Promise<Export> {
    const capture = await this.options.captures.get(captureId);
    const id = randomUUID();
    const { label, startedAt } = capture.about;
    const job: Job = {
      info: {
        id,
        captureId,
        format,
        name: exportFileName(label, startedAt, format),
        state: 'running',
        done: 0,
        total: exportTotal(capture, format),
        size: 0,
        failure: null,
      },
      stop: new AbortController(),
      path: join(this.options.folder, id),
      finished: Promise.resolve(),
    };
    this.jobs.set(id, job);
    job.finished = this.run(job);
    for (const old of [...this.jobs.keys()].slice(0, -KEPT_MAX)) await this.discard(old);
    return job.info;
  }

  /** Where a finished export lies; null while it is under way, and for any other id. */
  file(id: string): ExportedFile | null {
    const job = this.jobs.get(id);
    if (job?.info.state !== 'ready') return null;
    const { name, size, format } = job.info;
    return { path: job.path, name, size, contentType: CONTENT_TYPES[format] };
  }

  async discard(id: string): Promise<void> {
    const job = this.jobs.get(id);
    if (job === undefined) throw new HostError('not-found', `no export ${id}`);
    this.jobs.delete(id);
    job.stop.abort();
    await job.finished;
    await rm(job.path, { force: true }).catch(() => undefined);
  }

  /** Ends what is under way and deletes every file. */
  async close(): Promise<void> {
    await Promise.all([...this.jobs.keys()].map((id) => this.discard(id)));
    await rm(this.options.folder, { recursive: true, force: true });
  }

  private async run(job: Job): Promise<void> {
    const { captureId } = job.info;
    try {
      job.stop.signal.throwIfAborted();
      await this.options.captures.use(captureId, (capture) => this.write(job, capture));
      this.tell(job, { state: 'ready' });
    } catch (error) {
      await rm(job.path, { force: true }).catch(() => undefined);
      const failure = error instanceof Error ? error.message : String(error);
      this.tell(
        job,
        job.stop.signal.aborted ? { state: 'cancelled' } : { state: 'failed', failure },
      );
    }
  }

  private async write(job: Job, capture: Capture): Promise<void> {
    const { format, total } = job.info;
    await mkdir(this.options.folder, { recursive: true, mode: 0o700 });
    const file = await open(job.path, 'wx', 0o600);
    try {
      let text = '';
      let size = 0;
      let told = Date.now();
      const write = async (data: string | Buffer) => {
        await file.appendFile(data);
        size += Buffer.byteLength(data);
      };
      for await (const { data, done } of exportContent(capture, format, total)) {
        job.stop.signal.throwIfAborted();
        if (typeof data !== 'string') await write(data);
        else {
          text += data;
          if (text.length >= WRITE_BYTES) {
            await write(text);
            text = '';
          }
        }
        if (Date.now() - told >= PROGRESS_MS) {
          told = Date.now();
          this.tell(job, { done, size });
        }
      }
      await write(text);
      job.info = { ...job.info, done: total, size };
    } finally {
      await file.close();
    }
  }

  private tell(job: Job, changes: Partial<Export>): void {
    job.info = { ...job.info, ...changes };
    this.options.changed(job.info);
  }
}
