import type { PacketFigures } from '../../../../shared/contract/statistics.ts';

/** Counts packets in drawers, each with how large they are. */
export class PacketDrawers {
  private readonly sent: Float64Array;
  private readonly received: Float64Array;
  private readonly bytes: Float64Array;
  private readonly smallest: Float64Array;
  private readonly largest: Float64Array;

  /** @param drawers how many there are, numbered from 0 */
  constructor(drawers: number) {
    this.sent = new Float64Array(drawers);
    this.received = new Float64Array(drawers);
    this.bytes = new Float64Array(drawers);
    this.smallest = new Float64Array(drawers).fill(Number.POSITIVE_INFINITY);
    this.largest = new Float64Array(drawers);
  }

  put(drawer: number, sent: boolean, size: number): void {
    const counts = sent ? this.sent : this.received;
    counts[drawer] = at(counts, drawer) + 1;
    this.bytes[drawer] = at(this.bytes, drawer) + size;
    this.smallest[drawer] = Math.min(at(this.smallest, drawer), size);
    this.largest[drawer] = Math.max(at(this.largest, drawer), size);
  }

  /** What is in a drawer; null where that is nothing. */
  figures(drawer: number): PacketFigures | null {
    const [sent, received] = [at(this.sent, drawer), at(this.received, drawer)];
    if (sent + received === 0) return null;
    const [smallest, largest] = [at(this.smallest, drawer), at(this.largest, drawer)];
    return { sent, received, bytes: at(this.bytes, drawer), smallest, largest };
  }
}

const at = (column: Float64Array, drawer: number): number => column[drawer] ?? 0;
