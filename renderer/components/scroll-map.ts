/**
 * The tallest scrolled content we make, in CSS pixels: browsers clamp an element's height (Firefox
 * at about 17.8 million, Chromium at about 33.5 million), and ten million rows need 240 million.
 */
export const CONTENT_HEIGHT_MAX = 15_000_000;

/** Pixels at either end that are never compressed: first rows and tail scroll exactly. */
const EDGE = 240_000;

/**
 * The longest scroll, in pixels, that is a turn of the wheel or a swipe. One pixel of a compressed
 * scrollbar's thumb is more than that, so that what is longer must be a drag.
 */
const DRAG = 5_000;

/** Rows of one height and the height they are seen through, both in CSS pixels. */
export interface Geometry {
  readonly total: number;
  readonly viewport: number;
  readonly rowHeight: number;
}

/**
 * Where the rows are. `top` is the pixel of all rows, uncompressed, at the upper edge of the
 * viewport; `scrollTop` is the element's. They are the same until the content must be compressed.
 */
export interface Position {
  readonly top: number;
  readonly scrollTop: number;
}

/** Height of the scrolled content, in pixels. */
export function contentHeight({ total, rowHeight }: Omit<Geometry, 'viewport'>): number {
  return Math.min(total * rowHeight, CONTENT_HEIGHT_MAX);
}

/** The largest `top` there is: the last row at the lower edge. */
export function lastTop({ total, viewport, rowHeight }: Geometry): number {
  return Math.max(0, total * rowHeight - viewport);
}

/** The largest `scrollTop` there is. */
export function lastScrollTop(geometry: Geometry): number {
  return Math.max(0, contentHeight(geometry) - geometry.viewport);
}

const clamp = (value: number, highest: number): number => Math.min(Math.max(0, value), highest);

/** Maps a position on one scale to another: 1:1 at both ends, proportionally between them. */
function rescale(value: number, from: number, to: number): number {
  const position = clamp(value, from);
  if (from === to || position <= EDGE) return clamp(position, to);
  if (position >= from - EDGE) return to - (from - position);
  return EDGE + ((position - EDGE) * (to - 2 * EDGE)) / (from - 2 * EDGE);
}

/** The position that belongs to a place among all rows. */
export function positionAt(top: number, geometry: Geometry): Position {
  const last = lastTop(geometry);
  return {
    top: clamp(top, last),
    scrollTop: rescale(top, last, lastScrollTop(geometry)),
  };
}

/** The position with the last row in sight. */
export function tailPosition(geometry: Geometry): Position {
  return positionAt(lastTop(geometry), geometry);
}

/**
 * The position after the element was scrolled to `scrollTop`. Where the content is compressed, short
 * scrolls move the rows by as many pixels as the eye sees, drags of the scrollbar by proportion;
 * {@link positionAt} brings both scales together again once the scrolling rests.
 */
export function scrolledTo(scrollTop: number, from: Position, geometry: Geometry): Position {
  const last = lastTop(geometry);
  const moved = scrollTop - from.scrollTop;
  const top =
    last === lastScrollTop(geometry) || Math.abs(moved) > DRAG
      ? rescale(scrollTop, lastScrollTop(geometry), last)
      : clamp(from.top + moved, last);
  return { top, scrollTop };
}

/** The rows to draw: those in sight and `overscan` more on either side. */
export function rowsInSight(
  { top }: Position,
  { total, viewport, rowHeight }: Geometry,
  overscan: number,
): { first: number; count: number } {
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const count = Math.ceil(viewport / rowHeight) + 1 + 2 * overscan;
  return { first, count: Math.min(count, total - first) };
}

/** The nearest `top` at which a row is wholly in sight; centred if the row is far away. */
export function topShowing(row: number, { top }: Position, geometry: Geometry): number {
  const { viewport, rowHeight } = geometry;
  const upper = row * rowHeight;
  const lower = upper + rowHeight - viewport;
  if (upper >= top && lower <= top) return top;
  const nearest = upper < top ? upper : lower;
  const far = Math.abs(nearest - top) > viewport;
  return clamp(far ? upper - (viewport - rowHeight) / 2 : nearest, lastTop(geometry));
}
