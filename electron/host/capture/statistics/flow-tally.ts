import type { Flow } from '../../../../shared/contract/statistics.ts';

const SECOND_US = 1_000_000;

/** Counts packets and their bytes as they come in order of time, and finds their busiest second. */
export class FlowTally {
  private packets = 0;
  private bytes = 0;
  /** The second that is being counted, and the busiest so far. */
  private second = 0;
  private inSecond = 0;
  private peakSecond = 0;
  private peakPackets = 0;

  /** @param time microseconds since the epoch */
  add(time: number, size: number): void {
    this.packets += 1;
    this.bytes += size;
    const second = Math.floor(time / SECOND_US);
    if (second !== this.second) {
      this.second = second;
      this.inSecond = 0;
    }
    this.inSecond += 1;
    if (this.inSecond <= this.peakPackets) return;
    this.peakPackets = this.inSecond;
    this.peakSecond = second;
  }

  figures(): Flow {
    const { packets, bytes, peakPackets, peakSecond } = this;
    const peak = packets === 0 ? null : { time: peakSecond * SECOND_US, packets: peakPackets };
    return { packets, bytes, peak };
  }
}
