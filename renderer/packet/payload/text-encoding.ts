/** The encodings a payload can be read in, by the names that `TextDecoder` takes. */
export const textEncodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** What people call them. */
export const encodingNames: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GBK / GB18030',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Latin-1',
};

/** Bytes as text. */
export interface DecodedText {
  readonly text: string;
  /** False if some bytes are no characters of the encoding and are replaced by U+FFFD in `text`. */
  readonly valid: boolean;
}

/** Reads bytes in an encoding; of a `cut` payload the last character may be incomplete. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding, cut: boolean): DecodedText {
  try {
    // A character that the cut divides is no error: a stream leaves it out.
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: cut,
    });
    return { text, valid: true };
  } catch {
    return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), valid: false };
  }
}

/** Whether a text has no control characters but white space and escape. */
export function isPrintable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
}
