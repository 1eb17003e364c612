/**
 * Length of the well-formed UTF-8 sequence at `at`, or the negated length of the longest prefix of
 * one where it is ill-formed, so that both a decoder and a validator can go on behind it. Overlong
 * forms, surrogates and code points above U+10FFFF are ill-formed (RFC 3629).
 */
function sequenceAt(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  let low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  let high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let done = 1; done < length; done++) {
    const next = at + done < end ? (bytes[at + done] ?? 0) : 0;
    if (next < low || next > high) return -done;
    low = 0x80;
    high = 0xbf;
  }
  return length;
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  const lead = bytes[at] ?? 0;
  if (length === 1) return lead;
  let codePoint = lead & (0x7f >> length);
  for (let done = 1; done < length; done++) {
    codePoint = (codePoint << 6) | ((bytes[at + done] ?? 0) & 0x3f);
  }
  return codePoint;
}

/** Where the first ill-formed sequence of `bytes[start, end)` begins; null where all is UTF-8. */
export function invalidUtf8At(bytes: Uint8Array, start: number, end: number): number | null {
  for (let at = start; at < end; ) {
    const length = sequenceAt(bytes, at, end);
    if (length < 0) return at;
    at += length;
  }
  return null;
}

/**
 * The text of `bytes[start, end)`, U+FFFD in place of each ill-formed sequence, as the Encoding
 * Standard's decoder gives it with its byte order mark kept ([MQTT-1.5.3-3] forbids dropping it).
 */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; ) {
    const length = sequenceAt(bytes, at, end);
    text += length < 0 ? '\ufffd' : String.fromCodePoint(codePointAt(bytes, at, length));
    at += Math.abs(length);
  }
  return text;
}

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    length += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return length;
}
