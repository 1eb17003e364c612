const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A byte as two hexadecimal digits. */
export function hexOf(byte: number): string {
  return HEX[byte & 0xff] ?? '';
}

/** A byte as it reads in ASCII; a dot for what has no picture there. */
export function asciiOf(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
}

/** An offset as hexadecimal digits, at least four. */
export function offsetOf(offset: number): string {
  return offset.toString(16).padStart(4, '0');
}

/** Bytes per line of a dump: as many as fit into a line of `columns` characters, 4 at least. */
export function bytesPerLine(columns: number, offsetDigits: number): 4 | 8 | 16 | 32 {
  // The offset, two digits and a space per byte, a gap in the middle, one character per byte.
  const fits = (bytes: number) => columns >= offsetDigits + 1 + bytes * 3 + 1 + 1 + bytes;
  return ([32, 16, 8] as const).find(fits) ?? 4;
}
