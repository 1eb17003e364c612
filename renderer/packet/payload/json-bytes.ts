import type { ByteRange } from '../bytes/hex-dump.tsx';

/** Told of a character's place in the text, its first byte and its bytes; answers whether to stop. */
type Visit = (at: number, byte: number, length: number) => boolean;

/** White space outside of texts: all that laying JSON out changes. */
const isSpace = (code: number | undefined) =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/**
 * Goes through JSON as it is laid out and the UTF-8 that it was read from, character by character:
 * but for white space outside of texts they are the same. A byte order mark is passed over.
 */
function walk(bytes: Uint8Array, shown: string, visit: Visit): void {
  let byte = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = 0;
  let inText = false;
  while (at < shown.length && byte < bytes.length) {
    if (!inText) {
      while (isSpace(bytes[byte])) byte += 1;
      while (isSpace(shown.charCodeAt(at))) at += 1;
    }
    const first = bytes[byte] ?? 0;
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (visit(at, byte, length)) return;
    byte += length;
    at += length === 4 ? 2 : 1;
    if (first === 0x22) inText = !inText;
    else if (inText && first === 0x5c) {
      // What is escaped ends no text.
      if (visit(at, byte, 1)) return;
      byte += 1;
      at += 1;
    }
  }
}

/**
 * The bytes of a part of JSON, `end` exclusive.
 *
 * @param bytes the JSON as UTF-8
 * @param shown the same as `formatJson` lays it out
 * @param from position in `shown`; so is `to`, exclusive
 */
export function bytesOfJson(bytes: Uint8Array, shown: string, from: number, to: number): ByteRange {
  let start: number | null = null;
  let end = 0;
  walk(bytes, shown, (at, byte, length) => {
    if (at >= to) return true;
    if (at >= from) start ??= byte;
    end = byte + length;
    return false;
  });
  return { start: start ?? end, end };
}

/** The position in `shown` of the character that a byte belongs to; null behind the last one. */
export function jsonAtByte(bytes: Uint8Array, shown: string, offset: number): number | null {
  let found: number | null = null;
  walk(bytes, shown, (at, byte, length) => {
    if (byte + length <= offset) return false;
    found = at;
    return true;
  });
  return found;
}
