import { bytesOf } from '../bytes/base64.ts';

/** How a payload is wrapped in another. */
export type Wrapping = 'gzip' | 'zlib' | 'base64';

/** Shorter texts are words that happen to be made of Base64's letters. */
const BASE64_CHARACTERS_MIN = 16;

/** Standard Base64 with its padding, without white space. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Base64 has upper case, lower case and digits or signs where it is more than a word or a number;
 * a hash in hexadecimal digits is none.
 */
function looksLikeBase64(text: string): boolean {
  return (
    text.length >= BASE64_CHARACTERS_MIN &&
    BASE64.test(text) &&
    /[A-Z]/.test(text) &&
    /[a-z]/.test(text) &&
    !/^[0-9A-Fa-f]+$/.test(text)
  );
}

/** gzip by RFC 1952 §2.3.1, zlib by the check bits of RFC 1950 §2.2, Base64 by its letters. */
export function wrappingOf(bytes: Uint8Array): Wrapping | null {
  const [first = 0, second = 0, third = 0] = bytes;
  if (first === 0x1f && second === 0x8b && third === 8) return 'gzip';
  if (first === 0x78 && bytes.length > 8 && (first * 256 + second) % 31 === 0 && !(second & 0x20))
    return 'zlib';
  const text = bytes.every((byte) => byte < 0x80) ? new TextDecoder().decode(bytes).trim() : '';
  return looksLikeBase64(text) ? 'base64' : null;
}

/** The bytes of a Base64 payload. */
export function unwrapBase64(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytesOf(new TextDecoder().decode(bytes).trim());
}
