/** A span of time in microseconds since the epoch; a moment has no length. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The spans that touch a part of time, in order; those less than `apart` from another are one. */
export function thinSpans(spans: readonly Span[], part: Span, apart: number): Span[] {
  const thinned: { from: number; to: number }[] = [];
  for (const { from, to } of spans) {
    if (to < part.from || from > part.to) continue;
    const last = thinned.at(-1);
    if (last !== undefined && from - last.to < apart) last.to = Math.max(last.to, to);
    else thinned.push({ from, to });
  }
  return thinned;
}
