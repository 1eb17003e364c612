/** The pictures that every browser shows. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/bmp';

const ascii = (bytes: Uint8Array, start: number, end: number) =>
  String.fromCharCode(...bytes.subarray(start, end));

/** The kind of picture that bytes begin like; null for none of them. */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  if (bytes.length < 16) return null;
  const head = ascii(bytes, 0, 8);
  if (head === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  if (head.startsWith('RIFF') && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  // Two letters are not enough: the size that follows them must be the size of the file.
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true);
  return head.startsWith('BM') && size === bytes.length ? 'image/bmp' : null;
}
