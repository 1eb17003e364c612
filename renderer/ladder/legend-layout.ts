import { widthOf } from './fit-text.ts';
import { wordsFont } from './label-layout.ts';

/** Height of a line of the legend, in CSS pixels. */
export const LEGEND_LINE = 20;
const EDGE = 8;
const MARK_GAP = 5;
const GAP = 16;

/** What a mark in the drawing means. */
export interface LegendItem {
  /** Width of the mark, in CSS pixels. */
  readonly mark: number;
  readonly text: string;
}

/** An item with where its mark and its text begin, and the middle of its line. */
export interface PlacedItem<I extends LegendItem> {
  readonly item: I;
  readonly x: number;
  readonly textX: number;
  readonly y: number;
}

export interface LegendLayout<I extends LegendItem> {
  readonly placed: readonly PlacedItem<I>[];
  readonly height: number;
}

/** Puts the items of a legend beside each other, on as many lines as they take. */
export function layOutLegend<I extends LegendItem>(
  items: readonly I[],
  width: number,
): LegendLayout<I> {
  let x = EDGE;
  let line = 0;
  const placed = items.map((item) => {
    const behindMark = item.mark === 0 ? 0 : item.mark + MARK_GAP;
    const taken = behindMark + widthOf(item.text, wordsFont);
    if (x > EDGE && x + taken > width - EDGE) {
      x = EDGE;
      line += 1;
    }
    const at = { item, x, textX: x + behindMark, y: (line + 0.5) * LEGEND_LINE };
    x += taken + GAP;
    return at;
  });
  return { placed, height: (line + 1) * LEGEND_LINE };
}
