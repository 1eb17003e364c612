import { formatJson } from '../../components/format-json.ts';
import { readCbor } from './cbor-text.ts';
import type { PayloadLooks } from './choose-tab.ts';
import { type ImageType, imageTypeOf } from './image-type.ts';
import { type DecodedText, decodeText, isPrintable, type TextEncoding } from './text-encoding.ts';

/** A payload in every form that its tabs show. */
export interface ReadPayload {
  readonly decoded: DecodedText;
  /** Laid out over lines; null for what is not JSON, and for a part of a payload. */
  readonly json: string | null;
  readonly image: ImageType | null;
  readonly looks: PayloadLooks;
}

function kindOf(text: string): PayloadLooks['json'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? 'structure' : 'scalar';
  } catch {
    return null;
  }
}

/**
 * Reads a payload.
 *
 * @param cut whether the bytes are only the first part of it
 */
export function readPayload(bytes: Uint8Array, cut: boolean, encoding: TextEncoding): ReadPayload {
  const decoded = decodeText(bytes, encoding, cut);
  // Some devices put a byte order mark before their JSON.
  const text = decoded.text.replace(/^\ufeff/, '');
  const json = decoded.valid && !cut ? kindOf(text) : null;
  const printable = decoded.valid && isPrintable(text);
  const image = imageTypeOf(bytes);
  // Text is no CBOR that is meant, though most of it would pass.
  const cbor = !printable && !cut && image === null && readCbor(bytes).likely;
  return {
    decoded,
    json: json === null ? null : formatJson(text),
    image,
    looks: { image: image !== null, json, printable, cbor },
  };
}
