import { decodeUtf8 } from '../mqtt/utf8.ts';

/** UTF-8 to text, U+FFFD for what is ill-formed. */
export type DecodeText = (bytes: Uint8Array) => string;

export const decodePlainly: DecodeText = (bytes) => decodeUtf8(bytes, 0, bytes.length);

/** The payload at hand, decoded and parsed at most once however much a filter asks of it. */
export class PayloadReader {
  bytes: Uint8Array = new Uint8Array();
  private readonly decode: DecodeText;
  private decoded: string | null = null;
  private parsed: { readonly json: unknown } | null = null;

  constructor(decode: DecodeText) {
    this.decode = decode;
  }

  take(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.decoded = null;
    this.parsed = null;
  }

  get text(): string {
    this.decoded ??= this.decode(this.bytes);
    return this.decoded;
  }

  /** The payload as JSON; undefined where it is none. */
  get json(): unknown {
    this.parsed ??= { json: parse(this.text) };
    return this.parsed.json;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
