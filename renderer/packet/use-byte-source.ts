import { useMemo, useReducer } from 'react';
import type { PacketDetail } from '../../shared/contract/packets.ts';
import { ask } from '../bridge.ts';
import { bytesOf } from './bytes/base64.ts';
import { type ByteSource, piecewiseSource, wholeSource } from './bytes/byte-source.ts';

/** The bytes of a packet: those that came with it, and the others when they are asked for. */
export function useByteSource(captureId: string, { row, bytes }: PacketDetail): ByteSource {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const { row: number, size } = row;
  return useMemo(() => {
    const first = bytesOf(bytes);
    if (first.length >= size) return wholeSource(first);
    const fetchBytes = async (start: number, count: number) =>
      bytesOf((await ask('packet.bytes', { captureId, row: number, start, count })).bytes);
    return piecewiseSource(size, first, fetchBytes, drawAgain);
  }, [captureId, number, size, bytes]);
}
