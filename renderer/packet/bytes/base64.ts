/** Bytes of a Base64 text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Characters made at a time: more arguments than a call takes would not fit. */
const STRIDE = 0x8000;

/** Bytes as Base64 text. */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += STRIDE)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + STRIDE)));
  return btoa(parts.join(''));
}
