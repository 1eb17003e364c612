import { formatJson } from './format-json.ts';

/** The ways to look at a payload. */
export type PayloadTab = 'json' | 'text' | 'hex';

/** A payload as text, and as JSON where it is that. */
export interface PayloadText {
  readonly text: string;
  /** False if some bytes are no UTF-8 and are replaced by U+FFFD in `text`. */
  readonly valid: boolean;
  /** Laid out over lines; null for what is not JSON. */
  readonly json: string | null;
  /** The tab that shows most of it. */
  readonly best: PayloadTab;
}

/** Bytes of a Base64 text. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function decode(bytes: Uint8Array, cut: boolean): { text: string; valid: boolean } {
  try {
    // A character that the cut divides is no error: a stream leaves it out.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: cut,
    });
    return { text, valid: true };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), valid: false };
  }
}

function jsonOf(text: string): string | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  return formatJson(text);
}

/**
 * Reads a payload as text.
 *
 * @param cut whether the bytes are only the first part of the payload
 */
export function readPayload(bytes: Uint8Array, cut: boolean): PayloadText {
  const { text, valid } = decode(bytes, cut);
  const json = valid && !cut ? jsonOf(text) : null;
  // Control characters other than white space are binary that happens to be UTF-8.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const printable = valid && !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
  return { text, valid, json, best: json !== null ? 'json' : printable ? 'text' : 'hex' };
}
