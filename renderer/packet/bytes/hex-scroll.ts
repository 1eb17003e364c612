/** The tallest content that every browser scrolls without clamping it, in CSS pixels. */
const CONTENT_HEIGHT_MAX = 15_000_000;

/** Lines of equal height and what they are seen through; heights in CSS pixels. */
export interface HexScroll {
  readonly lines: number;
  readonly lineHeight: number;
  readonly viewport: number;
}

/** Height of the scrolled content. */
export function contentHeight({ lines, lineHeight }: HexScroll): number {
  return Math.min(lines * lineHeight, CONTENT_HEIGHT_MAX);
}

/** How many pixels of lines one pixel of scrolling is: 1 until the content must be compressed. */
function scaleOf(scroll: HexScroll): number {
  const scrolled = contentHeight(scroll) - scroll.viewport;
  return scrolled <= 0 ? 1 : (scroll.lines * scroll.lineHeight - scroll.viewport) / scrolled;
}

/** The pixel among all lines that stands at the upper edge. */
export function topOf(scrollTop: number, scroll: HexScroll): number {
  return scrollTop * scaleOf(scroll);
}

/**
 * The `scrollTop` at which a stretch of lines is in sight, `end` exclusive: the one there is if any
 * of them is, a line above their first otherwise.
 */
export function scrollTopShowing(
  start: number,
  end: number,
  scrollTop: number,
  scroll: HexScroll,
): number {
  const top = topOf(scrollTop, scroll);
  const upper = start * scroll.lineHeight;
  const lower = end * scroll.lineHeight;
  if (lower > top && upper < top + scroll.viewport) return scrollTop;
  return Math.max(0, upper - scroll.lineHeight) / scaleOf(scroll);
}

/** The `scrollTop` at which one line is wholly in sight, moved by as little as that takes. */
export function scrollTopKeeping(line: number, scrollTop: number, scroll: HexScroll): number {
  const top = topOf(scrollTop, scroll);
  const upper = line * scroll.lineHeight;
  const lower = upper + scroll.lineHeight - scroll.viewport;
  if (upper >= top && lower <= top) return scrollTop;
  return Math.max(0, upper < top ? upper : lower) / scaleOf(scroll);
}
