import { isReadableText } from '../readable-text.ts';
import { decodeUtf8 } from '../utf8.ts';

/** `1 byte`, `12 bytes`. */
export function countedBytes(count: number): string {
  return count === 1 ? '1 byte' : `${count} bytes`;
}

/** What stands in place of a secret: how long it is, nothing of it. */
export function maskedBytes(count: number): string {
  return `masked, ${countedBytes(count)}`;
}

/** The most bytes written in hex, as many as a length-prefixed field can have. */
const HEX_BYTES_MAX = 65_535;

/** `32 62 00`; of more than 65,535 bytes the first so many, and how many are left out. */
export function bytesAsHex(bytes: Uint8Array, start: number, end: number): string {
  const shown = Math.min(end, start + HEX_BYTES_MAX);
  const parts: string[] = [];
  for (let at = start; at < shown; at++) parts.push((bytes[at] ?? 0).toString(16).padStart(2, '0'));
  if (shown < end) parts.push(`… and ${countedBytes(end - shown)} more`);
  return parts.join(' ');
}

/** Bytes that may hold anything: as text where they are that, in hex otherwise. */
export function bytesAsText(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly value: string; readonly meaning: string } {
  const size = countedBytes(end - start);
  if (isReadableText(bytes, start, end)) {
    return { value: decodeUtf8(bytes, start, end), meaning: `UTF-8 text, ${size}` };
  }
  return { value: bytesAsHex(bytes, start, end), meaning: `binary, ${size}` };
}

/** U+0001 to U+001F and U+007F to U+009F, which a string should not hold, and U+0000. */
export function hasControlCharacter(text: string): boolean {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f)) return true;
  }
  return false;
}
