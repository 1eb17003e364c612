import { useEffect, useState } from 'react';
import { ask } from '../../bridge.ts';
import { bytesOf } from '../bytes/base64.ts';
import type { ComparedPayload } from './changes.ts';
import { readPayload } from './payload-looks.ts';
import type { TextEncoding } from './text-encoding.ts';
import { type UnwrapChoice, unwrap } from './unwrap.ts';

interface PreviousPayload {
  /** null until it is there. */
  readonly before: (ComparedPayload & { readonly cut: boolean }) | null;
  readonly error: unknown;
}

const nothing: PreviousPayload = { before: null, error: null };

/** Fetches and reads the message that another one is held against. */
export function usePreviousPayload(
  captureId: string,
  row: number,
  encoding: TextEncoding,
  choice: UnwrapChoice,
): PreviousPayload {
  const [state, setState] = useState(nothing);
  useEffect(() => {
    let current = true;
    const load = async () => {
      const { bytes, payload } = await ask('packet.get', { captureId, row });
      const all = bytesOf(bytes);
      const { start, end } = payload ?? { start: 0, end: 0 };
      const message = all.subarray(start, end);
      const inner = await unwrap(message, all.length < end, choice);
      const read = readPayload(inner.bytes, inner.cut, encoding);
      if (current) setState({ before: { bytes: inner.bytes, read, cut: inner.cut }, error: null });
    };
    load().catch((error: unknown) => {
      if (current) setState({ before: null, error });
    });
    return () => {
      current = false;
    };
  }, [captureId, row, encoding, choice]);
  return state;
}
