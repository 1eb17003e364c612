import { useEffect, useState } from 'react';
import type { View } from '../stores/view/view.ts';

/** When a row of the capture was, microseconds since the epoch; null for none and until that is known. */
export function useSelectedTime(view: View, row: number | null): number | null {
  const [found, setFound] = useState<{ row: number; time: number } | null>(null);
  useEffect(() => {
    if (row === null) return;
    let wanted = true;
    void view.packetRow(row).then((packet) => {
      if (packet && wanted) setFound({ row, time: packet.time });
    });
    return () => {
      wanted = false;
    };
  }, [view, row]);
  return found !== null && found.row === row ? found.time : null;
}
