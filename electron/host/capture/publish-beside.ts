import { packetTypeNumbers } from '../../../shared/mqtt/packet-types.ts';
import type { PacketIndex } from './packet-index.ts';
import { SLICE_MS, type Turns } from './view-turns.ts';

const { PUBLISH } = packetTypeNumbers;
/** Rows between two looks at the clock. */
const STRIDE = 1024;

/**
 * The row of the PUBLISH before `row` (step -1) or after it (1) on the same topic in the same direction,
 * on whichever connection; null where there is none. Looks through the index alone, in slices.
 */
export async function publishBeside(
  index: PacketIndex,
  row: number,
  step: 1 | -1,
  turns: Turns,
): Promise<number | null> {
  const topic = index.topic(row);
  if (topic < 0 || index.header(row) >> 4 !== PUBLISH) return null;
  const sent = index.sent(row);
  let until = performance.now() + SLICE_MS;
  for (let at = row + step; at >= 0 && at < index.length; at += step) {
    if (index.topic(at) === topic && index.header(at) >> 4 === PUBLISH && index.sent(at) === sent)
      return at;
    if (at % STRIDE === 0 && performance.now() >= until) {
      await turns.next();
      until = performance.now() + SLICE_MS;
    }
  }
  return null;
}
