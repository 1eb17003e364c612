/** Bytes that all connections of an import may hold back together. */
export const HELD_BYTES_MAX = 64 * 1024 * 1024;
/** What a piece takes beside its bytes. */
const PIECE_BYTES = 128;

/** Counts the pieces held in memory, so that no file can make an import take more. */
export class MemoryBudget {
  private used = 0;

  /** False when a piece of so many bytes would be too much: then it was not counted. */
  take(bytes: number): boolean {
    if (this.used + bytes + PIECE_BYTES > HELD_BYTES_MAX) return false;
    this.used += bytes + PIECE_BYTES;
    return true;
  }

  release(bytes: number, pieces = 1): void {
    this.used -= bytes + pieces * PIECE_BYTES;
  }
}
