import type { Capture } from '../../../shared/contract/packets.ts';

/**
 * The finished captures to delete, oldest first, until all together take no more than `budget`
 * bytes. Pinned ones stay, those being recorded too, and the newest finished one: what was just
 * recorded is never taken away, however large it is.
 */
export function capturesToPrune(captures: readonly Capture[], budget: number): Capture[] {
  let total = captures.reduce((sum, { bytes }) => sum + bytes, 0);
  const oldestFirst = captures
    .filter(({ live }) => !live)
    .sort((one, other) => age(one) - age(other))
    .slice(0, -1);
  const pruned: Capture[] = [];
  for (const capture of oldestFirst) {
    if (total <= budget) break;
    if (capture.pinned) continue;
    pruned.push(capture);
    total -= capture.bytes;
  }
  return pruned;
}

/** An imported capture is as old as its import, not as its packets. */
const age = ({ importedAt, startedAt }: Capture) => importedAt ?? startedAt;
