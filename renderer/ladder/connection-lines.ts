import { isUp } from '../components/band-text.ts';
import type { LadderItems } from './items.ts';

/** A stretch of lines in which the device is on the line, or is not; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly up: boolean;
}

/** How the lifelines run through the lines of a window. */
export function stretchesOf(items: LadderItems, first: number, count: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let item = first; item < first + count; item += 1) {
    const up = isUp(items.bandBefore(item));
    const last = stretches.at(-1);
    if (last?.up === up) stretches[stretches.length - 1] = { ...last, end: item + 1 };
    else stretches.push({ start: item, end: item + 1, up });
  }
  return stretches;
}
