import { inflate } from './inflate.ts';
import { unwrapBase64, type Wrapping, wrappingOf } from './wrapping.ts';

/** Wrappings within wrappings that are taken off, at most. */
const LAYERS_MAX = 4;

/** Which wrappings are taken off. */
export interface UnwrapChoice {
  readonly inflate: boolean;
  readonly decodeBase64: boolean;
}

/** A wrapping that was taken off. */
export interface Layer {
  readonly wrapping: Wrapping;
  /** Bytes with it and without it. */
  readonly outer: number;
  readonly inner: number;
  /** Whether it holds more than was inflated. */
  readonly cut: boolean;
  /** Why inflating stopped before the end; null where it did not. */
  readonly error: string | null;
}

/** A payload without its wrappings. */
export interface Unwrapped {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether the bytes are only the first of what there is. */
  readonly cut: boolean;
  /** From the outside in. */
  readonly layers: readonly Layer[];
  /** A wrapping that is still around it, as it was not asked to be taken off. */
  readonly left: Wrapping | null;
}

/** Takes off the wrappings of a payload that are known by their bytes. */
export async function unwrap(
  payload: Uint8Array<ArrayBuffer>,
  payloadCut: boolean,
  choice: UnwrapChoice,
): Promise<Unwrapped> {
  const layers: Layer[] = [];
  let bytes = payload;
  let cut = payloadCut;
  while (layers.length < LAYERS_MAX) {
    const wrapping = wrappingOf(bytes);
    if (wrapping === null) break;
    if (!(wrapping === 'base64' ? choice.decodeBase64 : choice.inflate))
      return { bytes, cut, layers, left: wrapping };
    const outer = bytes.length;
    const whole = { cut: false, error: null };
    const inner =
      wrapping === 'base64'
        ? { ...whole, bytes: unwrapBase64(bytes) }
        : await inflate(bytes, wrapping);
    // What only begins like compressed data stays as it is.
    if (inner.error !== null && inner.bytes.length === 0) break;
    bytes = inner.bytes;
    cut ||= inner.cut || inner.error !== null;
    layers.push({ wrapping, outer, inner: bytes.length, cut: inner.cut, error: inner.error });
  }
  return { bytes, cut, layers, left: null };
}
