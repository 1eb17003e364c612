import { type FileHandle, open } from 'node:fs/promises';

/** Milliseconds within which appended bytes are on their way to the file. */
const FLUSH_MS = 250;
const BUFFER_BYTES = 256 * 1024;
/** Bytes that may wait for the disk before `accepts` says no. */
export const WAITING_BYTES_MAX = 64 * 1024 * 1024;
/**
 * Bytes of a file after which `accepts` says no: the index keeps positions up to 16 GiB, and a packet
 * that began is written to its end.
 */
export const FILE_BYTES_MAX = 16 * 1024 ** 3 - WAITING_BYTES_MAX;

/**
 * Buffers written at once, 16 MiB. A busy event loop comes round for one write at a time, and takes
 * up to 2 MiB from a socket in between: writing them one by one falls behind a fast broker.
 */
const GATHERED_MAX = 64;

/** Writes some of `pieces`, one behind the other, at `position` of the file; answers how many bytes. */
export type WriteAt = (
  handle: FileHandle,
  pieces: readonly Buffer[],
  position: number,
) => Promise<number>;

const writeAt: WriteAt = async (handle, pieces, position) =>
  (await handle.writev(pieces, position)).bytesWritten;

/** Bytes that are not in the file yet, and where they belong in it. */
interface Waiting {
  readonly bytes: Buffer;
  readonly position: number;
}

/**
 * An append-only file with a buffer in front: `reserve` hands out room to write into, the bytes reach
 * the file within 250 ms. Bytes that could not be written stay in memory, so that reads see
 * everything that was appended, and `resume` can write them after all.
 */
export class PacketFile {
  /** Why writing stopped, while it is stopped (a full disk, a vanished folder). */
  failure: Error | null = null;
  /** Set by whoever wants to know that writing stopped. */
  onFailure: ((failure: Error) => void) | null = null;
  private readonly handle: FileHandle;
  /** null for a file that is only read. */
  private readonly write: WriteAt | null;
  private buffer: Buffer;
  /** Bytes of the buffer in use, and how many of these are handed to the writer. */
  private used = 0;
  private sealed = 0;
  /** File position of the buffer's first byte. */
  private base: number;
  /** Everything before this position is in the file. */
  private durable: number;
  private readonly waiting: Waiting[] = [];
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;

  private constructor(handle: FileHandle, size: number, write: WriteAt | null) {
    this.handle = handle;
    this.base = size;
    this.durable = size;
    this.write = write;
    this.buffer = Buffer.allocUnsafe(write === null ? 0 : BUFFER_BYTES);
  }

  /** Makes a new file; fails if it exists. */
  static async create(path: string, write: WriteAt = writeAt): Promise<PacketFile> {
    return new PacketFile(await open(path, 'wx+', 0o600), 0, write);
  }

  /** Opens a finished file for reading. */
  static async read(path: string): Promise<PacketFile> {
    const handle = await open(path, 'r');
    return new PacketFile(handle, (await handle.stat()).size, null);
  }

  /** Bytes appended, in the file or not. */
  get size(): number {
    return this.base + this.used;
  }

  /** Bytes in the file: what is left after a kill. */
  get written(): number {
    return this.durable;
  }

  /**
   * False while writing is stopped, so far behind that no more may be held in memory, or at the
   * longest a file may be: then nothing new shall be begun. What was begun may go on.
   */
  get accepts(): boolean {
    const room = this.size - this.durable < WAITING_BYTES_MAX && this.size < FILE_BYTES_MAX;
    return this.failure === null && room;
  }

  /**
   * Room for `length` bytes at the end of the file: write them into `buffer` at `at` before anything
   * else is appended. The caller's next await may flush them.
   */
  reserve(length: number): { buffer: Buffer; at: number } {
    if (this.used + length > this.buffer.length) {
      void this.flush();
      this.base += this.used;
      this.used = 0;
      this.sealed = 0;
      this.buffer = Buffer.allocUnsafe(Math.max(length, BUFFER_BYTES));
    }
    const at = this.used;
    this.used += length;
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
    return { buffer: this.buffer, at };
  }

  /** Resolves when everything appended so far is in the file; `failure` tells if it is not. */
  flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.used > this.sealed) {
      this.waiting.push({
        bytes: this.buffer.subarray(this.sealed, this.used),
        position: this.base + this.sealed,
      });
      this.sealed = this.used;
    }
    const end = this.size;
    this.writing = this.writing.then(() => this.writeUpTo(end));
    return this.writing;
  }

  /** Tries again after a failure, from the first byte that is missing; `failure` tells how it went. */
  resume(): Promise<void> {
    this.failure = null;
    return this.flush();
  }

  /** Forgets what lies behind `size` bytes, in a file that is only read. */
  endAt(size: number): void {
    this.base = size;
    this.durable = size;
  }

  /** `length` bytes from `position`, fewer at the end of the file. */
  async readAt(position: number, length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.size - position)));
    const fromFile = Math.max(0, Math.min(this.durable - position, bytes.length));
    // Before the first await: the writer frees what it has written.
    this.copyWaiting(bytes, position);
    for (let done = 0; done < fromFile; ) {
      const { bytesRead } = await this.handle.read(bytes, done, fromFile - done, position + done);
      if (bytesRead === 0) return bytes.subarray(0, done);
      done += bytesRead;
    }
    return bytes;
  }

  async close(): Promise<void> {
    if (this.write !== null) await this.flush();
    await this.handle.close();
  }

  private copyWaiting(target: Buffer, position: number): void {
    const unsealed = this.buffer.subarray(this.sealed, this.used);
    for (const piece of [...this.waiting, { bytes: unsealed, position: this.base + this.sealed }]) {
      const from = Math.max(position, piece.position);
      const to = Math.min(position + target.length, piece.position + piece.bytes.length);
      if (from < to) {
        piece.bytes.copy(target, from - position, from - piece.position, to - piece.position);
      }
    }
  }

  /** What is written next: the first bytes that are missing in the file, and those behind them. */
  private gathered(): Buffer[] {
    return this.waiting
      .slice(0, GATHERED_MAX)
      .map(({ bytes, position }) => bytes.subarray(Math.max(0, this.durable - position)));
  }

  private async writeUpTo(end: number): Promise<void> {
    try {
      while (this.waiting.length > 0 && this.durable < end) {
        if (this.failure !== null || this.write === null) return;
        const count = await this.write(this.handle, this.gathered(), this.durable);
        if (count === 0) throw new Error('the disk takes no more bytes');
        this.durable += count;
        while (endOf(this.waiting[0]) <= this.durable) this.waiting.shift();
      }
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
      this.onFailure?.(this.failure);
    }
    if (this.durable === this.size) {
      this.base = this.durable;
      this.used = 0;
      this.sealed = 0;
    }
  }
}

const endOf = (piece: Waiting | undefined): number =>
  piece === undefined ? Number.POSITIVE_INFINITY : piece.position + piece.bytes.length;
