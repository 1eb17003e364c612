/** True where `bytes` contain the text. */
export type TextMatcher = (bytes: Uint8Array) => boolean;

/**
 * Looks for a text in UTF-8 without decoding it and without regard to case: each character is known
 * by the bytes of itself, its lower and its upper case. An empty text is everywhere.
 */
export function createTextMatcher(text: string): TextMatcher {
  const characters = Array.from(text, (character) => {
    const cases = new Set([character, character.toLowerCase(), character.toUpperCase()]);
    return [...cases].map(encodeUtf8);
  });
  const [first] = characters;
  if (first === undefined) return () => true;
  const begins = new Uint8Array(256);
  for (const variant of first) begins[variant[0] ?? 0] = 1;

  return (bytes) => {
    const last = bytes.length;
    for (let at = 0; at < last; at += 1) {
      if (begins[bytes[at] ?? 0] === 1 && matchesAt(characters, bytes, at)) return true;
    }
    return false;
  };
}

/** Each character as the byte sequences that stand for it. */
type Characters = readonly (readonly Uint8Array[])[];

function matchesAt(characters: Characters, bytes: Uint8Array, from: number): boolean {
  let at = from;
  for (const variants of characters) {
    let length = 0;
    for (const variant of variants) {
      if (startsWith(variant, bytes, at)) {
        length = variant.length;
        break;
      }
    }
    if (length === 0) return false;
    at += length;
  }
  return true;
}

function startsWith(wanted: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}

/** The bytes of a text in UTF-8; a lone surrogate becomes U+FFFD, as in the Encoding Standard. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const given = character.codePointAt(0) ?? 0;
    const code = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return Uint8Array.from(bytes);
}

const tail = (code: number): number => 0x80 | (code & 0x3f);
