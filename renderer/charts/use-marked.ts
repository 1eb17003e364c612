import { useEffect, useState } from 'react';
import type { View } from '../stores/view/view.ts';

interface Marked {
  readonly row: number;
  /** Microseconds since the epoch. */
  readonly time: number;
}

/** The selected packet with its time; null until that is known. */
export function useMarked(view: View, row: number | null): Marked | null {
  const [marked, setMarked] = useState<Marked | null>(null);
  useEffect(() => {
    if (row === null) return;
    let current = true;
    void view.packetRow(row).then((packet) => {
      if (current && packet) setMarked({ row, time: packet.time });
    });
    return () => {
      current = false;
    };
  }, [view, row]);
  return marked?.row === row ? marked : null;
}
