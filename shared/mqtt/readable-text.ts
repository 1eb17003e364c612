import { invalidUtf8At } from './utf8.ts';

/**
 * Whether bytes are text to read: UTF-8 without control characters (U+0000 to U+001F, U+007F to
 * U+009F) but tab, line feed and carriage return. Whatever writes a payload as text asks here, so that
 * exports and copies agree on what is text.
 */
export function isReadableText(bytes: Uint8Array, start = 0, end = bytes.length): boolean {
  return invalidUtf8At(bytes, start, end) === null && !hasControl(bytes, start, end);
}

/** @param bytes UTF-8, in which C2 begins U+0080 to U+00BF and nothing else */
function hasControl(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 ? !isWhiteSpace(byte) : byte === 0x7f) return true;
    if (byte === 0xc2 && (bytes[at + 1] ?? 0) <= 0x9f) return true;
  }
  return false;
}

const isWhiteSpace = (byte: number) => byte === 0x09 || byte === 0x0a || byte === 0x0d;
