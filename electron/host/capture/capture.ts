import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TripleTarget } from '../../../shared/contract/devices.ts';
import type {
  Capture as CaptureInfo,
  Direction,
  PacketRow,
} from '../../../shared/contract/packets.ts';
import { HostError } from '../../../shared/contract/result.ts';
import type { BrokenReason } from '../../../shared/mqtt/frame-splitter.ts';
import type { ConnectionState } from '../../../shared/session/connection-state.ts';
import { expectsAnswer, overdueAfter } from '../../../shared/session/exchange.ts';
import { startClock } from '../clock.ts';
import { writeJsonFile } from '../storage/json-file.ts';
import { beginPacketLog, type LogRest } from './open-packet-log.ts';
import { PacketFile, type WriteAt } from './packet-file.ts';
import { PacketLog } from './packet-log.ts';
import type { CaptureFile } from './session-file.ts';
import { readStateBands, StateBands } from './state-bands.ts';

/** File names inside a capture's folder. */
export const PACKETS_FILE = 'packets.pcapng';
export const SESSION_FILE = 'session.json';
const EVENTS_FILE = 'events.ndjson';

type Counts = Pick<CaptureInfo, 'packets' | 'bytes' | 'live' | 'cut' | 'dropped' | 'failure'>;

/** A capture as the list of captures shows it. */
export function captureInfo(id: string, about: CaptureFile, counts: Counts): CaptureInfo {
  const { label, endpoint, deviceId, target, startedAt, pinned = false, importedAt = null } = about;
  const owner = target === null || target.kind === 'broker' ? null : ownerOf(target);
  return { ...counts, id, label, endpoint, deviceId, owner, startedAt, pinned, importedAt };
}

const ownerOf = ({ productKey, deviceName }: TripleTarget) => ({ productKey, deviceName });

const rowsOf = ({ bookmarks = [] }: CaptureFile): ReadonlySet<number> =>
  new Set(bookmarks.map(({ row }) => row));

/** One recorded session: its packets, its description, its events. */
export class Capture {
  readonly id: string;
  readonly folder: string;
  readonly log: PacketLog;
  /** Bytes cut from a half-written tail when it was opened. */
  cut = 0;
  /** Set by whoever wants to know that recording stopped. */
  onStopped: (() => void) | null = null;
  private description: CaptureFile;
  private bookmarked: ReadonlySet<number>;
  private troubled: ReadonlySet<number> = new Set();
  private readonly file: PacketFile;
  private readonly clock = startClock();
  private live: boolean;
  private events: Promise<void> = Promise.resolve();
  /** What of a past capture is being read; null for all others. */
  private rest: LogRest | null;
  /** null for a past capture until it is asked for. */
  private bands: StateBands | null;

  private constructor(
    id: string,
    folder: string,
    about: CaptureFile,
    log: PacketLog,
    file: PacketFile,
    live: boolean,
    rest: LogRest | null,
  ) {
    this.id = id;
    this.folder = folder;
    this.description = about;
    this.bookmarked = rowsOf(about);
    this.log = log;
    this.file = file;
    this.live = live;
    this.bands = live ? new StateBands() : null;
    this.rest = rest;
    log.dropped = about.dropped ?? 0;
    file.onFailure = ({ message }) => {
      this.note({ recording: 'stopped', reason: message });
      this.onStopped?.();
    };
  }

  /** A new capture in an existing empty folder, being written until `finish`. */
  static async create(
    id: string,
    folder: string,
    about: CaptureFile,
    write?: WriteAt,
  ): Promise<Capture> {
    const file = await PacketFile.create(join(folder, PACKETS_FILE), write);
    const log = new PacketLog(file);
    log.writeHeader();
    await file.flush();
    await writeJsonFile(join(folder, SESSION_FILE), about);
    return new Capture(id, folder, about, log, file, true, null);
  }

  /**
   * A past capture, read from its folder: handed out when its first packets are there, so that they can
   * be looked at; `whole` tells when all others are.
   */
  static async begin(id: string, folder: string, about: CaptureFile): Promise<Capture> {
    const { log, file, rest } = await beginPacketLog(join(folder, PACKETS_FILE));
    const capture = new Capture(id, folder, about, log, file, false, rest);
    const whole = capture.whole();
    if (rest.isOver) await whole;
    return capture;
  }

  /** A past capture, all of it. */
  static async open(id: string, folder: string, about: CaptureFile): Promise<Capture> {
    const capture = await Capture.begin(id, folder, about);
    await capture.whole();
    return capture;
  }

  /** Waits until all packets were read. */
  async whole(): Promise<void> {
    if (this.rest === null) return;
    this.cut = await this.rest.read;
    this.rest = null;
  }

  /** How much of a capture of the past was read, 0 to 1; null when all was. */
  get reading(): number | null {
    return this.rest?.share ?? null;
  }

  get about(): CaptureFile {
    return this.description;
  }

  /** Takes over a changed description and writes it. */
  async describe(about: CaptureFile): Promise<void> {
    this.description = about;
    this.bookmarked = rowsOf(about);
    await writeJsonFile(join(this.folder, SESSION_FILE), about);
  }

  /** Whether the user marked a packet. */
  isBookmarked(row: number): boolean {
    return this.bookmarked.has(row);
  }

  /** Whether a problem worse than a hint points at a packet, as far as the capture was looked through. */
  hasProblem(row: number): boolean {
    return this.troubled.has(row);
  }

  /** Takes over the rows that problems point at; filters look again at those that came or went. */
  setProblemRows(rows: ReadonlySet<number>): void {
    const before = this.troubled;
    this.troubled = rows;
    for (const row of rows) if (!before.has(row)) this.log.rowChanged(row);
    for (const row of before) if (!rows.has(row)) this.log.rowChanged(row);
  }

  get isLive(): boolean {
    return this.live;
  }

  /** A connection begins; answers its number. */
  openConnection(): number {
    return this.log.openConnection(this.clock());
  }

  /** Records bytes as they crossed the wire, before anything judges them. */
  record(connection: number, sent: boolean, chunk: Buffer): BrokenReason | null {
    return this.log.append(connection, sent, chunk, this.clock());
  }

  /** The connection is over; `closer` is the side that closed it, where that is known. */
  closeConnection(connection: number, closer?: Direction): void {
    this.log.closeConnection(connection, this.clock(), closer);
  }

  /** Appends to the capture's events: a state change, a note. */
  note(event: object): void {
    this.noteAll([event]);
  }

  noteAll(events: readonly object[]): void {
    const lines = events.map((event) => `${JSON.stringify({ time: Date.now(), ...event })}\n`);
    this.events = this.events
      .then(() => appendFile(join(this.folder, EVENTS_FILE), lines.join('')))
      // A full disk shows in the packet file's state; events are the lesser record.
      .catch(() => undefined);
  }

  /** A change of the connection's state, after the packets recorded so far. */
  noteState(state: ConnectionState): void {
    const packets = this.log.index.length;
    this.bands?.add(packets, this.clock(), state);
    this.note({ state, packets });
  }

  /** How the connection's state changed; empty where the capture has no events. */
  async stateBands(): Promise<StateBands> {
    this.bands ??= await readStateBands(join(this.folder, EVENTS_FILE)).catch(
      () => new StateBands(),
    );
    return this.bands;
  }

  /** Bytes in the file and on the way to it. */
  get bytes(): number {
    return this.file.size;
  }

  /** Recording stopped for this reason. */
  get failure(): Error | null {
    return this.file.failure;
  }

  /**
   * Goes on recording after a failure. What was recorded before it is written first; packets that
   * came in between are lost, and counted.
   *
   * @throws HostError `storage-failed` when the disk still refuses
   */
  async resume(): Promise<void> {
    if (this.file.failure === null) return;
    await this.file.resume();
    const { failure } = this;
    if (failure !== null) throw new HostError('storage-failed', failure.message);
    this.note({ recording: 'resumed', dropped: this.log.dropped });
  }

  flush(): Promise<void> {
    return this.file.flush();
  }

  info(): CaptureInfo {
    return captureInfo(this.id, this.about, {
      packets: this.log.index.length,
      bytes: this.bytes,
      live: this.live,
      cut: this.cut,
      dropped: this.log.dropped,
      failure: this.failure?.message ?? null,
    });
  }

  /** Rows `start` to `start + count - 1`, fewer at the end. */
  rows(start: number, count: number): PacketRow[] {
    const end = Math.min(start + count, this.log.index.length);
    const now = this.now();
    const rows: PacketRow[] = [];
    for (let row = start; row < end; row += 1) rows.push(this.row(row, now));
    return rows;
  }

  /** Microseconds since the epoch; a finished capture that was read is past every deadline. */
  now(): number {
    if (this.live) return this.clock();
    return this.rest === null ? Number.POSITIVE_INFINITY : this.end;
  }

  /** Time of the last packet so far, in microseconds since the epoch; 0 without one. */
  get end(): number {
    const { index } = this.log;
    return index.length === 0 ? 0 : index.time(index.length - 1);
  }

  /** Tells the log that time has passed, so that missing answers become visible. */
  checkOverdue(): void {
    this.log.checkOverdue(this.clock());
  }

  /**
   * Writes what is known at the end; the capture can still be read. A disk that refuses is no error
   * here: without a count in its description the file is scanned when it is opened again.
   */
  async finish(): Promise<void> {
    if (!this.live) return;
    this.live = false;
    await this.file.flush();
    if (this.file.failure !== null) await this.file.resume();
    await this.events;
    if (this.file.failure !== null) return;
    const { dropped } = this.log;
    const about = {
      ...this.about,
      endedAt: Date.now(),
      packets: this.log.index.length,
      ...(dropped > 0 ? { dropped } : {}),
    };
    await this.describe(about).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.rest?.stop();
    await this.whole();
    await this.finish();
    await this.file.close();
  }

  private row(row: number, now: number): PacketRow {
    const { index, topics } = this.log;
    const header = index.header(row);
    const broken = index.broken(row);
    const packetId = index.packetId(row);
    const topic = index.topic(row);
    const code = index.code(row);
    const peer = index.peer(row);
    const related = index.related(row);
    const time = index.time(row);
    const begun = this.log.begun(row);
    return {
      row,
      time,
      direction: index.sent(row) ? 'sent' : 'received',
      connection: index.connection(row) + 1,
      header,
      packetId: packetId === 0 ? null : packetId,
      topic: topic < 0 ? null : topics.text(topic),
      size: index.size(row),
      code: code < 0 ? null : code,
      peer: peer < 0 ? null : peer,
      roundTrip: peer < 0 ? null : Math.abs(index.time(peer) - time),
      related: related < 0 ? null : related,
      relatedAfter: related < 0 ? null : Math.abs(index.time(related) - time),
      ...(begun !== null && { sinceConnect: time - begun }),
      ...(row > 0 && { gap: time - index.time(row - 1) }),
      unanswered:
        !broken &&
        peer < 0 &&
        expectsAnswer(header) &&
        (this.log.connectionEnded(row) ||
          now - time >= overdueAfter(header, this.log.keepAlive(row))),
      broken,
    };
  }
}
