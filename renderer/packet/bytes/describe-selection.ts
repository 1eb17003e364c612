import type { ByteSource } from './byte-source.ts';
import { hexOf, offsetOf } from './hex-lines.ts';
import { type HexSelection, rangeOf } from './hex-selection.ts';

/** What is said about selected bytes, in digits. */
export interface SelectionFacts {
  /** `0x0012`, or `0x0012–0x0015`. */
  readonly place: string;
  readonly count: number;
  /** The big-endian unsigned integer that up to four bytes are; null for more. */
  readonly value: string | null;
}

/** Numbers of more bytes are rarely meant. */
const NUMBER_BYTES_MAX = 4;

/** Where the selected bytes are, how many, and what number they make. */
export function describeSelection(selection: HexSelection, source: ByteSource): SelectionFacts {
  const { start, end } = rangeOf(selection);
  const count = end - start;
  const place =
    count === 1 ? `0x${offsetOf(start)}` : `0x${offsetOf(start)}–0x${offsetOf(end - 1)}`;
  if (count > NUMBER_BYTES_MAX) return { place, count, value: null };
  let number = 0;
  let digits = '';
  for (let at = start; at < end; at += 1) {
    const byte = source.at(at);
    if (byte === undefined) return { place, count, value: null };
    number = number * 256 + byte;
    digits += hexOf(byte);
  }
  const bits = count === 1 ? ` = 0b${number.toString(2).padStart(8, '0')}` : '';
  return { place, count, value: `0x${digits} = ${number}${bits}` };
}
