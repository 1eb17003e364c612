import {
  type DensitySlice,
  densityFamilies,
  type StateBand,
} from '../../shared/contract/ladder-commands.ts';
import { bandLook, isUp } from '../components/band-text.ts';
import type { Lanes } from './lanes.ts';

/** Height of a slice, in CSS pixels, the gap below it included. */
export const SLICE_HEIGHT = 4;
/** Left free above what is drawn first and, in the overview, below what is drawn last, in CSS pixels. */
export const EDGE = 8;
const BAR = 3;
/** The shortest bar: one packet is seen among thousands. */
const SHORTEST = 3;
const LANE_GAP = 3;
/** What both directions leave free between their longest bars. */
const MIDDLE_GAP = 12;

/** All packets of one family that went one way, as one path. */
export interface DensityPath {
  readonly family: (typeof densityFamilies)[number];
  readonly d: string;
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

/** Packets of one slice, both ways. */
export const packetsIn = ({ sent, received }: DensitySlice): number => sum(sent) + sum(received);

/**
 * Bars from the lane of who sent, one a slice and direction, the families one behind the other. Their
 * length is by square root, so that a burst leaves what is quiet visible.
 */
export function densityPaths(slices: readonly DensitySlice[], lanes: Lanes): DensityPath[] {
  const most = Math.max(
    1,
    ...slices.map(({ sent, received }) => Math.max(sum(sent), sum(received))),
  );
  const room = (lanes.cloud - lanes.device - MIDDLE_GAP) / 2 - LANE_GAP;
  const paths = densityFamilies.map((family) => ({ family, d: '' }));
  for (const [at, { sent, received }] of slices.entries()) {
    const y = at * SLICE_HEIGHT;
    addBars(paths, sent, lanes.device + LANE_GAP, 1);
    addBars(paths, received, lanes.cloud - LANE_GAP, -1);

    function addBars(into: { d: string }[], counts: readonly number[], from: number, way: 1 | -1) {
      const all = sum(counts);
      if (all === 0) return;
      const length = Math.max(SHORTEST, room * Math.sqrt(all / most));
      let x = from;
      for (const [family, path] of into.entries()) {
        const share = (way * length * (counts[family] ?? 0)) / all;
        if (share === 0) continue;
        path.d += `M${round(x)} ${y}h${round(share)}v${BAR}h${round(-share)}Z`;
        x += share;
      }
    }
  }
  return paths.filter(({ d }) => d !== '');
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A stretch of time in which the device was on the line, or was not, in CSS pixels from the top. */
export interface UpStretch {
  readonly top: number;
  readonly bottom: number;
  readonly up: boolean;
}

/** How the connection stood from `from` to `to` (microseconds), over a height. */
export function upStretches(
  bands: readonly StateBand[],
  from: number,
  to: number,
  height: number,
): UpStretch[] {
  const yOf = (time: number) => Math.min(1, Math.max(0, (time - from) / (to - from))) * height;
  const stretches: UpStretch[] = [];
  let top = 0;
  let up = isUp(null);
  const goOn = (bottom: number, next: boolean) => {
    if (bottom > top) stretches.push({ top, bottom, up });
    top = Math.max(top, bottom);
    up = next;
  };
  for (const band of bands) {
    goOn(yOf(band.time), bandLook(band) !== 'failed' && isUp(band));
    goOn(yOf(band.until), isUp(band));
  }
  goOn(height, up);
  return stretches;
}
