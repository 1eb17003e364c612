import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandInput } from '../../../../shared/contract/commands.ts';
import { exportFileName } from '../../../../shared/contract/export-file-name.ts';
import { HostError } from '../../../../shared/contract/result.ts';
import type { Export, ExportFormat } from '../../../../shared/contract/transfers.ts';
import type { CompiledFilter } from '../../../../shared/filter/compile-filter.ts';
import type { Capture } from '../capture.ts';
import type { CaptureLibrary } from '../capture-library.ts';
import type { PayloadPath } from '../payload-values.ts';
import { hostZoneOffset, readFilter } from '../read-filter.ts';
import { exportContent, exportTotal } from './export-content.ts';

/** Exports that are kept; with the next one the oldest goes. */
const KEPT_MAX = 8;
/** Bytes collected before they are written. */
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
  /** What chooses the packets; null for all of them. */
  readonly filter: CompiledFilter | null;
  /** What of JSON payloads has columns of its own. */
  readonly paths: readonly PayloadPath[];
  /** Bytes of the capture's file when it began. */
  readonly bytes: number;
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

  /**
   * Answers at once; `changed` tells of the rest. Rejects with `not-found`, `unreadable-file`, or
   * `invalid-input` for a filter that cannot be read.
   */
  async start(input: CommandInput<'captures.export'>): Promise<Export> {
    const {
      captureId,
      format,
      filter: text = '',
      zoneOffset = hostZoneOffset(),
      paths = [],
    } = input;
    const filter = readFilter(text, zoneOffset);
    const capture = await this.options.captures.get(captureId);
    const id = randomUUID();
    const { label, startedAt } = capture.about;
    const range = { captured: capture.log.index.length, bytes: capture.bytes };
    const job: Job = {
      info: {
        id,
        captureId,
        format,
        filter: filter === null ? '' : text,
        name: exportFileName(label, startedAt, format, zoneOffset, filter !== null),
        state: 'running',
        packets: 0,
        captured: range.captured,
        connects: 0,
        done: 0,
        total: exportTotal(format, filter, range),
        size: 0,
        failure: null,
      },
      filter,
      paths,
      bytes: range.bytes,
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
    const { format, captured, total } = job.info;
    await mkdir(this.options.folder, { recursive: true, mode: 0o700 });
    const file = await open(job.path, 'wx', 0o600);
    try {
      let pieces: Buffer[] = [];
      let waiting = 0;
      let size = 0;
      let told = Date.now();
      const write = async () => {
        await file.appendFile(Buffer.concat(pieces));
        size += waiting;
        pieces = [];
        waiting = 0;
      };
      const range = { captured, bytes: job.bytes };
      for await (const piece of exportContent(capture, format, job.filter, range, job.paths)) {
        job.stop.signal.throwIfAborted();
        const { data, ...counts } = piece;
        const bytes = Buffer.from(data);
        pieces.push(bytes);
        waiting += bytes.length;
        if (waiting >= WRITE_BYTES) await write();
        job.info = { ...job.info, ...counts, size };
        if (Date.now() - told >= PROGRESS_MS) {
          told = Date.now();
          this.tell(job, {});
        }
      }
      await write();
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
