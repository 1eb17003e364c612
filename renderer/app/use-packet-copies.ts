import { useMemo } from 'react';
import { copyFromCapture } from '../packet/copy-from-capture.ts';
import { copiesOf } from '../packet/copy-packet.ts';
import { useApp } from '../stores/use-app.ts';
import type { PacketCopies } from '../timeline/packet-copies.ts';

/** Ways to copy a packet of a capture, wherever it is shown. */
export function usePacketCopies(captureId: string): PacketCopies {
  const endpoint =
    useApp(({ captures }) => captures.find(({ id }) => id === captureId)?.endpoint) ?? '';
  return useMemo(
    () => ({
      of: copiesOf,
      copy: (row, what) => copyFromCapture(captureId, row.row, what, endpoint),
    }),
    [captureId, endpoint],
  );
}
