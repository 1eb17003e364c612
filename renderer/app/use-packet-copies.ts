import { useMemo } from 'react';
import { copyFromCapture } from '../packet/copy-from-capture.ts';
import { copiesOf, packetCopies } from '../packet/copy-packet.ts';
import { useApp } from '../stores/use-app.ts';
import type { PacketCopies } from '../timeline/packet-copies.ts';

/** Ways to copy packets of a capture, wherever they are shown. */
export function usePacketCopies(captureId: string): PacketCopies {
  const endpoint =
    useApp(({ captures }) => captures.find(({ id }) => id === captureId)?.endpoint) ?? '';
  return useMemo(
    () => ({
      all: packetCopies,
      of: copiesOf,
      copy: (rows, what) =>
        copyFromCapture(
          captureId,
          rows.map(({ row }) => row),
          what,
          endpoint,
        ),
    }),
    [captureId, endpoint],
  );
}
