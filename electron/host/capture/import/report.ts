import type { ImportReport } from '../../../../shared/contract/transfers.ts';

/** A report while it is being counted. */
export type Counts = { -readonly [K in keyof ImportReport]: number };

export function emptyCounts(): Counts {
  return {
    frames: 0,
    packets: 0,
    connections: 0,
    otherFrames: 0,
    unreadableFrames: 0,
    truncatedFrames: 0,
    fragments: 0,
    retransmissions: 0,
    gaps: 0,
    skippedBytes: 0,
    encryptedConnections: 0,
    compressedMessages: 0,
    abandonedConnections: 0,
    bookmarks: 0,
    lostComments: 0,
    cut: 0,
  };
}
