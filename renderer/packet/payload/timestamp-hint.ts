/** A number in a text that may be a moment. */
export interface TimestampHint {
  /** Where the number ends in the text. */
  readonly end: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** 2001-09-09 to 2100-01-01: what has 13 digits, or 10 in seconds, and is no far future. */
const FIRST = 1_000_000_000_000;
const LAST = 4_102_444_800_000;

/** Numbers of 13 digits, or of 10 after a name that speaks of time, alone or as a text. */
const CANDIDATE = /"(\w*)"\s*:\s*"?(\d{13}|\d{10})\b"?|(?<![\w."])(\d{13})(?![\w."])/g;
const TIME_NAME = /time|date|stamp|^ts$|^at$|_at$|At$/i;

/** The milliseconds since the epoch, or the seconds under a name that says so, in a text of JSON. */
export function timestampHints(text: string): TimestampHint[] {
  const hints: TimestampHint[] = [];
  for (const found of text.matchAll(CANDIDATE)) {
    const [whole, name = '', named = '', alone = ''] = found;
    const digits = named || alone;
    if (digits.length === 10 && !TIME_NAME.test(name)) continue;
    const time = Number(digits) * (digits.length === 10 ? 1000 : 1);
    if (time >= FIRST && time < LAST) hints.push({ end: found.index + whole.length, time });
  }
  return hints;
}
