import { base64Of } from './base64.ts';
import { hexOf } from './hex-lines.ts';

/** How bytes are written where they are pasted. */
export const byteFormats = ['hex', 'c', 'escaped', 'base64'] as const;
export type ByteFormat = (typeof byteFormats)[number];

const PER_LINE = 12;

function cArray(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += PER_LINE) {
    const line = Array.from(bytes.subarray(at, at + PER_LINE), (byte) => `0x${hexOf(byte)}`);
    lines.push(`  ${line.join(', ')},`);
  }
  return `const unsigned char bytes[${bytes.length}] = {\n${lines.join('\n')}\n};\n`;
}

/** Bytes as text: `32 62 00`, an array of C, `\x32\x62\x00`, or Base64. */
export function bytesAs(format: ByteFormat, bytes: Uint8Array): string {
  switch (format) {
    case 'hex':
      return Array.from(bytes, hexOf).join(' ');
    case 'c':
      return cArray(bytes);
    case 'escaped':
      return Array.from(bytes, (byte) => `\\x${hexOf(byte)}`).join('');
    case 'base64':
      return base64Of(bytes);
  }
}
