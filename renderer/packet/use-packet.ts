import { useEffect, useState } from 'react';
import type { PacketDetail } from '../../shared/contract/packets.ts';
import { ask, door } from '../bridge.ts';

/** Milliseconds between two questions for the same packet while it waits for its answer. */
const ASK_AGAIN = 500;

export interface PacketState {
  /** The packet asked for last that has come: it stays until the next one is there. */
  readonly detail: PacketDetail | null;
  readonly error: unknown;
  readonly loading: boolean;
  /** Asks again after an error. */
  retry(): void;
}

/** What comes again as it was, when its tab comes back, is not drawn again. */
const isSame = (before: PacketDetail | null, after: PacketDetail) =>
  before?.row.row === after.row.row && JSON.stringify(before) === JSON.stringify(after);

const nothing: Omit<PacketState, 'retry'> = { detail: null, error: null, loading: false };

/**
 * One packet, decoded. It is asked for again when rows at or above it changed while an answer of
 * it, the protocol's or Alink's, may still come.
 */
export function usePacket(captureId: string, row: number | null): PacketState {
  const [state, setState] = useState(nothing);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (row === null) {
      setState(nothing);
      return;
    }
    let current = true;
    let waitsForPeer = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async () => {
      timer = undefined;
      try {
        const detail = await ask('packet.get', { captureId, row });
        if (!current) return;
        waitsForPeer = detail.row.peer === null || detail.row.related === null;
        setState((before) => ({
          detail: isSame(before.detail, detail) ? before.detail : detail,
          error: null,
          loading: false,
        }));
      } catch (error) {
        if (current) setState(({ detail }) => ({ detail, error, loading: false }));
      }
    };
    const unsubscribe = door.subscribe('view.grew', ({ changed }) => {
      if (waitsForPeer && changed !== null && changed <= row) timer ??= setTimeout(load, ASK_AGAIN);
    });
    setState(({ detail }) => ({ detail, error: null, loading: true }));
    void load();
    return () => {
      current = false;
      unsubscribe();
      clearTimeout(timer);
    };
  }, [captureId, row, attempt]);
  return { ...state, retry: () => setAttempt((count) => count + 1) };
}
