import { type FileHandle, open } from 'node:fs/promises';

/** Milliseconds within which appended bytes reach the file. */
const FLUSH_MS = 250;
const BUFFER_BYTES = 256 * 1024;

/**
 * An append-only file with a buffer in front: `reserve` hands out room to write into, the bytes reach
 * the file within 250 ms. Reads see everything that was appended.
 */
export class PacketFile {
  /** Why writing stopped, once it did (a full disk, a vanished folder). */
  failure: Error | null = null;
  private readonly handle: FileHandle;
  private buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  private used = 0;
  /** File position of the buffer's first byte. */
  private base: number;
  private readonly writable: boolean;
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;

  private constructor(handle: FileHandle, size: number, writable: boolean) {
    this.handle = handle;
    this.base = size;
    this.writable = writable;
  }

  /** Makes a new file; fails if it exists. */
  static async create(path: string): Promise<PacketFile> {
    return new PacketFile(await open(path, 'wx+', 0o600), 0, true);
  }

  /** Opens a finished file for reading. */
  static async read(path: string): Promise<PacketFile> {
    const handle = await open(path, 'r');
    return new PacketFile(handle, (await handle.stat()).size, false);
  }

  /** Bytes appended, flushed or not. */
  get size(): number {
    return this.base + this.used;
  }

  /**
   * Room for `length` bytes at the end of the file: write them into `buffer` at `at` before anything
   * else is appended. The caller's next await may flush them.
   */
  reserve(length: number): { buffer: Buffer; at: number } {
    if (this.used + length > this.buffer.length) {
      this.writeOut();
      if (length > this.buffer.length) this.buffer = Buffer.allocUnsafe(length);
    }
    const at = this.used;
    this.used += length;
    this.timer ??= setTimeout(() => this.writeOut(), FLUSH_MS);
    return { buffer: this.buffer, at };
  }

  /** Resolves when everything appended so far is in the file; `failure` tells if it is not. */
  flush(): Promise<void> {
    this.writeOut();
    return this.writing;
  }

  /** `length` bytes from `position`, fewer at the end of the file. */
  async readAt(position: number, length: number): Promise<Buffer> {
    if (this.writable && position + length > this.base) await this.flush();
    const bytes = Buffer.allocUnsafe(length);
    const { bytesRead } = await this.handle.read(bytes, 0, length, position);
    return bytes.subarray(0, bytesRead);
  }

  async close(): Promise<void> {
    if (this.writable) await this.flush();
    await this.handle.close();
  }

  private writeOut(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.used === 0) return;
    const bytes = this.buffer.subarray(0, this.used);
    const position = this.base;
    this.base += this.used;
    this.used = 0;
    this.buffer = Buffer.allocUnsafe(BUFFER_BYTES);
    this.writing = this.writing.then(() => this.writeAll(bytes, position));
  }

  private async writeAll(bytes: Buffer, position: number): Promise<void> {
    if (this.failure !== null) return;
    try {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await this.handle.write(
          bytes,
          done,
          bytes.length - done,
          position + done,
        );
        done += bytesWritten;
      }
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }
}
