import { ROWS_MAX } from '../../shared/contract/commands.ts';
import type { LadderItems } from './items.ts';
import type { LineHeight } from './row-shape.ts';

/** What a picture shows: the lines in sight, or all of them up to a limit. */
export type PictureRange = 'shown' | 'whole';

/** The tallest drawing of lines, in CSS pixels: browsers draw no PNG that is much taller. */
const HEIGHT_MAX = 16_000;

/** The most lines of one picture. */
export const linesMax = (height: LineHeight): number =>
  Math.min(ROWS_MAX - 1, Math.floor(HEIGHT_MAX / height));

export interface PictureLines {
  readonly first: number;
  readonly count: number;
  /** Packets behind the last line that the picture has no room for. */
  readonly left: number;
}

/** The lines of a picture. */
export function linesOfPicture(
  items: LadderItems,
  height: LineHeight,
  range: PictureRange,
  sight: { readonly first: number; readonly count: number },
): PictureLines {
  if (range === 'shown') {
    const first = Math.min(sight.first, Math.max(0, items.count - 1));
    return { first, count: Math.min(sight.count, items.count - first), left: 0 };
  }
  const count = Math.min(items.count, linesMax(height));
  const left = items.positionAt(items.count) - items.positionAt(count);
  return { first: 0, count, left };
}
