/**
 * Heights of a line at the zoom levels that show packet by packet, in CSS pixels: between two times
 * there is room for what tells of idle time.
 */
export const lineHeights = [26, 32, 48] as const;
export type LineHeight = (typeof lineHeights)[number];

/** Where the parts of a packet stand within its line, in CSS pixels from its upper edge. */
export interface RowShape {
  /** Baseline of the label above the arrow. */
  readonly label: number;
  /** Baseline of number, time and answer: lower, so that what tells of idle time fits between two. */
  readonly figures: number;
  /** Baseline of a second line of words; null where they stand behind the label. */
  readonly words: number | null;
  /** The arrow where it leaves its sender: amid a pixel, so that a level one is as sharp as it can be. */
  readonly arrow: number;
  /** How far below that an arrow may end: the latency's slope. */
  readonly slope: number;
  /** The stub of an answer that never came, below the arrow. */
  readonly stub: number;
}

const shapes: Readonly<Record<LineHeight, RowShape>> = {
  26: { label: 13, figures: 15, words: null, arrow: 18.5, slope: 3, stub: 22.5 },
  32: { label: 14, figures: 16, words: null, arrow: 20.5, slope: 7, stub: 28 },
  48: { label: 14, figures: 16, words: 29, arrow: 34.5, slope: 12, stub: 44 },
};

export const shapeOf = (height: LineHeight): RowShape => shapes[height];

/** Microseconds of latency from which on arrows slope, and at which they slope most. */
const LEVEL_US = 1_000;
const STEEPEST_US = 10_000_000;

/**
 * How far an arrow sinks on its way: the more, the longer the exchange took, by orders of magnitude.
 * Both arrows of an exchange sink alike, since only the device's times are known.
 *
 * @param latency microseconds; null for a packet without an answer
 * @param most pixels
 */
export function sinkOf(latency: number | null, most: number): number {
  if (latency === null || latency <= LEVEL_US) return 0;
  const share = Math.log(latency / LEVEL_US) / Math.log(STEEPEST_US / LEVEL_US);
  return Math.round(Math.min(1, share) * most * 10) / 10;
}
