import { useEffect, useState } from 'react';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import { ask } from '../../bridge.ts';
import { bytesOf } from '../bytes/base64.ts';
import type { ComparedPayload } from './changes.ts';
import { readPayload } from './payload-looks.ts';
import type { TextEncoding } from './text-encoding.ts';
import { type UnwrapChoice, unwrap } from './unwrap.ts';

/** A packet that another one is held against. */
interface ComparedPacket {
  readonly row: PacketRow;
  /** null for a packet without one. */
  readonly payload: (ComparedPayload & { readonly cut: boolean }) | null;
}

interface Compared {
  /** The last one that came; null until there is one. */
  readonly packet: ComparedPacket | null;
  readonly error: unknown;
}

const nothing: Compared = { packet: null, error: null };

/** Fetches and reads the message that another one is held against; nothing while `row` is null. */
export function useComparedPayload(
  captureId: string,
  row: number | null,
  encoding: TextEncoding,
  choice: UnwrapChoice,
): Compared {
  const [state, setState] = useState(nothing);
  useEffect(() => {
    let current = true;
    const load = async (wanted: number): Promise<ComparedPacket> => {
      const { bytes, payload, row } = await ask('packet.get', { captureId, row: wanted });
      if (payload === null) return { row, payload };
      const all = bytesOf(bytes);
      const message = all.subarray(payload.start, payload.end);
      const inner = await unwrap(message, all.length < payload.end, choice);
      const read = readPayload(inner.bytes, inner.cut, encoding);
      return { row, payload: { bytes: inner.bytes, read, cut: inner.cut } };
    };
    if (row === null) setState(nothing);
    else {
      load(row)
        .then((packet) => current && setState({ packet, error: null }))
        .catch((error: unknown) => current && setState({ packet: null, error }));
    }
    return () => {
      current = false;
    };
  }, [captureId, row, encoding, choice]);
  return state;
}
