import type { FileHandle } from 'node:fs/promises';

const WINDOW_BYTES = 256 * 1024;

/** Reads a file from its start to its end through one window. */
export class SequentialReader {
  /** Bytes of the file. */
  readonly size: number;
  /** File position of the next byte. */
  position = 0;
  private readonly file: FileHandle;
  private window: Buffer = Buffer.alloc(0);
  private windowStart = 0;

  constructor(file: FileHandle, size: number) {
    this.file = file;
    this.size = size;
  }

  /** The next `length` bytes without taking them, valid until the next call; null if there are fewer. */
  async peek(length: number): Promise<Buffer | null> {
    if (this.position + length > this.size) return null;
    const at = this.position - this.windowStart;
    if (at + length > this.window.length) {
      const bytes = Buffer.allocUnsafe(Math.max(length, WINDOW_BYTES));
      const { bytesRead } = await this.file.read(bytes, 0, bytes.length, this.position);
      this.window = bytes.subarray(0, bytesRead);
      this.windowStart = this.position;
      return bytesRead < length ? null : bytes.subarray(0, length);
    }
    return this.window.subarray(at, at + length);
  }

  skip(length: number): void {
    this.position += length;
  }
}
