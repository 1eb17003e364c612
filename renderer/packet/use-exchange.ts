import { useEffect, useState } from 'react';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { ask } from '../bridge.ts';

const none: readonly number[] = [];

/** Rows of the packets that belong to one, as far as its own row does not name them. */
export function useExchange(captureId: string, { row, peer, related }: PacketRow) {
  const [found, setFound] = useState<{ of: number; rows: readonly number[] } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer may bring others
  useEffect(() => {
    let current = true;
    ask('packet.exchange', { captureId, row })
      .then(({ rows }) => current && setFound({ of: row, rows }))
      // The packet itself is asked for beside this, and tells what went wrong.
      .catch(() => {});
    return () => {
      current = false;
    };
  }, [captureId, row, peer, related]);
  if (found?.of !== row) return none;
  return found.rows.filter((other) => other !== row && other !== peer && other !== related);
}
