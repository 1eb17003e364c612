/** The most bytes that are inflated: a small packet may hold gigabytes of zeros. */
export const INFLATE_BYTES_MAX = 8 * 1024 ** 2;

const formats = { gzip: 'gzip', zlib: 'deflate' } as const;

/** What came out of compressed bytes. */
export interface Inflated {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether there is more than INFLATE_BYTES_MAX. */
  readonly cut: boolean;
  /** Why it stopped before the end, in the browser's words; null where it did not. */
  readonly error: string | null;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part.subarray(0, size - at), at);
    at = Math.min(size, at + part.length);
  }
  return bytes;
}

/** Inflates bytes, the first INFLATE_BYTES_MAX of what they hold. Never rejects. */
export async function inflate(
  compressed: Uint8Array<ArrayBuffer>,
  format: keyof typeof formats,
): Promise<Inflated> {
  const stream = new Blob([compressed])
    .stream()
    .pipeThrough(new DecompressionStream(formats[format]));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  let error: string | null = null;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      size += value.length;
      if (size > INFLATE_BYTES_MAX) {
        await reader.cancel();
        break;
      }
    }
  } catch (problem) {
    error = problem instanceof Error ? problem.message : String(problem);
  }
  const shown = Math.min(size, INFLATE_BYTES_MAX);
  return { bytes: joined(parts, shown), cut: size > shown, error };
}
