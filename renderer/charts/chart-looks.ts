import { exchangeKinds, type SeriesSource } from '../../shared/contract/series.ts';

/** How lines differ beside their colour: lengths of strokes and gaps in pixels. */
const dashes: readonly (readonly number[])[] = [[], [8, 4], [2, 3], [10, 3, 2, 3]];
/** Looks whose points are hollow, one for each colour; as many more have filled points. */
const HOLLOW = 8;

/** How a series is drawn. */
export interface Look {
  /** The variable of the theme with its colour. */
  readonly color: string;
  readonly dash: readonly number[];
  readonly filled: boolean;
}

/**
 * One of sixteen looks, no two of which have the same colour and dash, nor the same colour and points.
 * A colour comes again four looks away from where it is first: what occurs together seldom shares it.
 */
export function lookAt(place: number): Look {
  const round = Math.floor(place / HOLLOW);
  const color = ((place + 4 * round) % HOLLOW) + 1;
  return {
    color: `--series-${color}`,
    dash: dashes[(place + round) % dashes.length] ?? [],
    filled: round > 0,
  };
}

/**
 * The look of a series that was not given one: exchanges keep theirs, whichever others there are;
 * what the device did not begin has filled points.
 */
export function usualLook(source: SeriesSource, place: number): number {
  if (source.kind !== 'roundTrip') return place;
  return exchangeKinds.indexOf(source.of) + (source.direction === 'sent' ? 0 : HOLLOW);
}
