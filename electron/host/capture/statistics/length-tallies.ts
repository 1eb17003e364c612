import type { LengthFigures } from '../../../../shared/contract/statistics.ts';
import { PacketDrawers } from './packet-drawers.ts';

/**
 * Where ranges of sizes begin, in bytes. Up to 5,120 they are those of Wireshark's Packet Lengths, so
 * that the two compare (its frames have headers of IP and TCP around): the first holds MQTT's pings
 * and acknowledgements of 2 to 5 bytes, the next ones tell SUBSCRIBEs and posts of a few values apart.
 * Wireshark ends there, as frames do; messages go on to the platform's limit of 256 KiB for a payload,
 * in the last range those that reach it.
 */
const BEGINNINGS = [
  0, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 5_120, 10_240, 20_480, 40_960, 81_920, 163_840,
  262_144,
] as const;

/** Counts packets by ranges of their sizes. */
export class LengthTallies {
  private readonly drawers = new PacketDrawers(BEGINNINGS.length);

  /** @param size bytes on the wire */
  add(sent: boolean, size: number): void {
    let range = 0;
    // Nearly all packets are small: they are found at once.
    while (size >= (BEGINNINGS[range + 1] ?? Number.POSITIVE_INFINITY)) range += 1;
    this.drawers.put(range, sent, size);
  }

  /** The ranges that there are packets in, in the order of their sizes. */
  figures(): LengthFigures[] {
    return BEGINNINGS.flatMap((from, range) => {
      const found = this.drawers.figures(range);
      const next = BEGINNINGS[range + 1];
      return found === null ? [] : [{ from, to: next === undefined ? null : next - 1, ...found }];
    });
  }
}
