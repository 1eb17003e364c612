import type { StateBand } from '../../shared/contract/ladder-commands.ts';

/** One line of the ladder: a packet by its position in the view, or a band between two packets. */
export type LadderItem =
  | { readonly kind: 'packet'; readonly position: number }
  | { readonly kind: 'band'; readonly band: StateBand };

/**
 * The lines of a ladder, all of one height: the rows of a view with the bands between them. Bands are
 * in the order of their positions; one that stands behind rows that have not come yet is left out.
 */
export class LadderItems {
  readonly count: number;
  private readonly bands: readonly StateBand[];
  private readonly shown: number;

  constructor(bands: readonly StateBand[], total: number) {
    this.bands = bands;
    this.shown = lowerBound(bands.length, (at) => positionOf(bands[at]) > total);
    this.count = total + this.shown;
  }

  /** The line of a row. */
  itemOf(position: number): number {
    return position + lowerBound(this.shown, (at) => positionOf(this.bands[at]) > position);
  }

  /** What stands in a line. */
  at(item: number): LadderItem {
    const before = this.bandsUpTo(item);
    const band = this.bands[before - 1];
    return band !== undefined && band.position + before - 1 === item
      ? { kind: 'band', band }
      : { kind: 'packet', position: item - before };
  }

  /** The row in a line, or the next one behind a band. */
  positionAt(item: number): number {
    const found = this.at(item);
    return found.kind === 'packet' ? found.position : found.band.position;
  }

  /** The last band in a line or before it; null if there is none. */
  bandBefore(item: number): StateBand | null {
    return this.bands[this.bandsUpTo(item) - 1] ?? null;
  }

  private bandsUpTo(item: number): number {
    return lowerBound(this.shown, (at) => positionOf(this.bands[at]) + at > item);
  }
}

const positionOf = (band: StateBand | undefined): number =>
  band?.position ?? Number.POSITIVE_INFINITY;

/** The lowest number below `count` that fits, where all above it do too; `count` if none does. */
function lowerBound(count: number, fits: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
