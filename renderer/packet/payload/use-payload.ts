import { useEffect, useMemo, useState } from 'react';
import type { ByteSource } from '../bytes/byte-source.ts';
import { type ReadPayload, readPayload } from './payload-looks.ts';
import type { TextEncoding } from './text-encoding.ts';
import { type UnwrapChoice, type Unwrapped, unwrap } from './unwrap.ts';

/** The most bytes of a payload that are read as text: more of them hold the page up. */
export const PAYLOAD_BYTES_MAX = 16 * 1024 ** 2;

/** A payload, unwrapped and read. */
export interface Payload {
  readonly unwrapped: Unwrapped;
  readonly read: ReadPayload;
}

export interface PayloadState {
  /** The last one that was read; null until there is one. */
  readonly payload: Payload | null;
  /** Bytes of the message that are looked at; fewer than it has until all are asked for. */
  readonly shown: number;
  /** Fetching all of it failed. */
  readonly error: unknown;
  /** Fetches the bytes that are not shown, up to PAYLOAD_BYTES_MAX. */
  showAll(): void;
}

/** Reads the message that lies in some bytes: what is at hand of it, all of it when asked to. */
export function usePayload(
  source: ByteSource,
  encoding: TextEncoding,
  choice: UnwrapChoice,
): PayloadState {
  const [all, setAll] = useState<{ of: ByteSource; bytes: Uint8Array<ArrayBuffer> } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [unwrapped, setUnwrapped] = useState<Unwrapped | null>(null);
  const bytes = all?.of === source ? all.bytes : source.first;
  const cut = bytes.length < source.size;

  // Once for the same bytes: a pane that comes back is not drawn anew.
  const inner = useMemo(() => unwrap(bytes, cut, choice), [bytes, cut, choice]);
  useEffect(() => {
    let current = true;
    setError(null);
    void inner.then((unwrapped) => {
      if (current) setUnwrapped(unwrapped);
    });
    return () => {
      current = false;
    };
  }, [inner]);

  const payload = useMemo(
    () =>
      unwrapped && {
        unwrapped,
        read: readPayload(unwrapped.bytes, unwrapped.cut, encoding),
      },
    [unwrapped, encoding],
  );

  return {
    payload,
    shown: bytes.length,
    error,
    showAll() {
      source
        .read(0, Math.min(source.size, PAYLOAD_BYTES_MAX))
        .then((fetched) => setAll({ of: source, bytes: fetched }))
        .catch(setError);
    },
  };
}
