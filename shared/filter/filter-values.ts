import type { TimeOfDay } from './filter-node.ts';

/** A whole number, decimal or `0x87` as reason codes are written; null for anything else. */
export function parseNumber(text: string): number | null {
  return /^(\d{1,10}|0x[0-9a-f]{1,8})$/i.test(text) ? Number(text) : null;
}

/** As the screen shows sizes: k and KB are 1,000 bytes, KiB are 1,024. */
const BYTES: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1e3,
  kb: 1e3,
  kib: 1024,
  m: 1e6,
  mb: 1e6,
  mib: 1024 ** 2,
};

/** `512`, `1k`, `1.5KiB`, `2MB` in bytes; null for anything else. */
export function parseSize(text: string): number | null {
  return parseUnit(text, BYTES);
}

const MICROSECONDS: Readonly<Record<string, number>> = {
  us: 1,
  µs: 1,
  ms: 1e3,
  '': 1e3,
  s: 1e6,
};

/** `850us`, `200ms`, `1.5s` in microseconds; a bare number is milliseconds. null for anything else. */
export function parseDuration(text: string): number | null {
  return parseUnit(text, MICROSECONDS);
}

function parseUnit(text: string, units: Readonly<Record<string, number>>): number | null {
  const match = /^(\d{1,12}(?:\.\d{1,6})?)([a-zµ]*)$/i.exec(text);
  const name = (match?.[2] ?? '').toLowerCase();
  if (match === null || !Object.hasOwn(units, name)) return null;
  return Math.round(Number(match[1]) * (units[name] ?? 1));
}

const MINUTE = 60_000_000;
const SECOND = 1_000_000;

/** `12:01`, `12:01:03` or `12:01:03.221`, up to six decimals; null for anything else. */
export function parseTimeOfDay(text: string): TimeOfDay | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6}))?)?$/.exec(text);
  if (match === null) return null;
  const [, hours, minutes, seconds, fraction] = match;
  const at = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds ?? 0) * SECOND;
  if (seconds === undefined) return { at, span: MINUTE };
  if (fraction === undefined) return { at, span: SECOND };
  const span = 10 ** (6 - fraction.length);
  return { at: at + Number(fraction) * span, span };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The text that `parseTimeOfDay` reads as this. */
export function printTimeOfDay({ at, span }: TimeOfDay): string {
  const minutes = Math.floor(at / MINUTE);
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  if (span === MINUTE) return clock;
  const seconds = `${clock}:${two(Math.floor(at / SECOND) % 60)}`;
  if (span === SECOND) return seconds;
  const digits = 6 - Math.round(Math.log10(span));
  return `${seconds}.${String(at % SECOND)
    .padStart(6, '0')
    .slice(0, digits)}`;
}

/** The text that `parseDuration` reads as these microseconds, in the largest unit that fits. */
export function printDuration(microseconds: number): string {
  if (microseconds % 1e6 === 0) return `${microseconds / 1e6}s`;
  return microseconds % 1e3 === 0 ? `${microseconds / 1e3}ms` : `${microseconds}us`;
}
