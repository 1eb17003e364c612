/** Bytes fetched at a time. */
export const PIECE_BYTES = 1_048_576;

/** Bytes that may be too many to hold at once: those that are asked for are fetched in pieces. */
export interface ByteSource {
  /** Bytes there are. */
  readonly size: number;
  /** Bytes at hand from the beginning on, without a gap. */
  readonly first: Uint8Array<ArrayBuffer>;
  /** The byte at an offset; undefined while it is not there. */
  at(offset: number): number | undefined;
  /** Whether what was asked for last could not be fetched. */
  readonly failed: boolean;
  /** Fetches what is missing between two offsets; `onArrived` tells of it. */
  want(start: number, end: number): void;
  /** The bytes between two offsets, fetched where they are not there. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** All of some bytes. */
export function wholeSource(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    size: bytes.length,
    first: bytes,
    failed: false,
    at: (offset) => bytes[offset],
    want: () => {},
    read: async (start, end) => bytes.slice(start, end),
  };
}

/** Fetches the bytes from `start` on, `count` of them. */
export type FetchBytes = (start: number, count: number) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Bytes of which the first are at hand and the others are fetched. What was fetched is kept; a piece
 * that failed is fetched again when it is next asked for.
 */
export function piecewiseSource(
  size: number,
  first: Uint8Array<ArrayBuffer>,
  fetchBytes: FetchBytes,
  onArrived: () => void,
): ByteSource {
  const pieces = new Map<number, Uint8Array>();
  const pending = new Map<number, Promise<void>>();
  let failed = false;

  async function fetchPiece(piece: number): Promise<void> {
    const start = piece * PIECE_BYTES;
    try {
      pieces.set(piece, await fetchBytes(start, Math.min(PIECE_BYTES, size - start)));
      failed = false;
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      pending.delete(piece);
      onArrived();
    }
  }

  function load(start: number, end: number): Promise<void>[] {
    const loads: Promise<void>[] = [];
    for (let piece = Math.floor(start / PIECE_BYTES); piece * PIECE_BYTES < end; piece += 1) {
      const last = Math.min(end, (piece + 1) * PIECE_BYTES);
      if (last <= first.length || pieces.has(piece)) continue;
      const load = pending.get(piece) ?? fetchPiece(piece);
      pending.set(piece, load);
      loads.push(load);
    }
    return loads;
  }

  const at = (offset: number): number | undefined =>
    offset < first.length
      ? first[offset]
      : pieces.get(Math.floor(offset / PIECE_BYTES))?.[offset % PIECE_BYTES];

  return {
    size,
    first,
    at,
    get failed() {
      return failed;
    },
    want(start, end) {
      // What fails is told by `failed`.
      for (const loading of load(start, Math.min(end, size))) loading.catch(() => {});
    },
    async read(start, end) {
      const last = Math.min(end, size);
      await Promise.all(load(start, last));
      const bytes = new Uint8Array(Math.max(0, last - start));
      if (start < first.length) bytes.set(first.subarray(start, last));
      for (const [piece, part] of pieces) {
        const offset = piece * PIECE_BYTES;
        const from = Math.max(start, offset, first.length);
        const to = Math.min(last, offset + part.length);
        if (from < to) bytes.set(part.subarray(from - offset, to - offset), from - start);
      }
      return bytes;
    },
  };
}

/** A part of a source as a source of its own. */
export function partOf(source: ByteSource, start: number, end: number): ByteSource {
  return {
    size: end - start,
    first: source.first.subarray(start, end),
    get failed() {
      return source.failed;
    },
    at: (offset) => (offset < end - start ? source.at(start + offset) : undefined),
    want: (from, to) => source.want(start + from, Math.min(end, start + to)),
    read: (from, to) => source.read(start + from, Math.min(end, start + to)),
  };
}
