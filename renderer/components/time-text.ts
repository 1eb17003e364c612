import type { PacketRow } from '../../shared/contract/packets.ts';
import { formatClock, formatSince, zoneOffsetAt } from './clock.ts';
import { formatDuration } from './format.ts';

/** How the timeline writes times. Origins are in microseconds since the epoch. */
export type TimeScale =
  | { readonly kind: 'clock'; readonly date: boolean }
  | { readonly kind: 'since'; readonly origin: number }
  | { readonly kind: 'connect' }
  | { readonly kind: 'delta' };

/** Rem that a time takes on a scale. */
export function timeWidth(scale: TimeScale): number {
  if (scale.kind === 'clock') return scale.date ? 8.375 : 5.625;
  return scale.kind === 'delta' ? 4.5 : 6;
}

/** The time from the row above, `+21 ms`; empty if that is not known. */
export function deltaText(time: number, before: number | undefined): string {
  return before === undefined ? '' : `+${formatDuration(Math.max(0, time - before) / 1_000)}`;
}

/** The time from the packet before in the capture, shown or not; empty for the first. */
export const gapText = ({ time, gap }: PacketRow): string =>
  deltaText(time, gap === undefined ? undefined : time - gap);

/** The time of a row; `before` is that of the row above, if it is known. */
export function timeText(row: PacketRow, before: number | undefined, scale: TimeScale): string {
  switch (scale.kind) {
    case 'clock':
      return scale.date ? `${formatDay(row.time)} ${formatClock(row.time)}` : formatClock(row.time);
    case 'since':
      return formatSince(row.time - scale.origin);
    case 'connect':
      return row.sinceConnect === undefined ? '' : formatSince(row.sinceConnect);
    case 'delta':
      return deltaText(row.time, before);
  }
}

/** The time of what is no packet: since the origin, or else of the day. */
export function momentText(time: number, scale: TimeScale): string {
  return scale.kind === 'since' ? formatSince(time - scale.origin) : formatClock(time);
}

/** When the day ends here that a time is on, both in microseconds since the epoch. */
export function midnightAfter(time: number): number {
  const date = new Date(time / 1_000);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime() * 1_000;
}

/** Month and day as `11-25`, the same in every language. */
function formatDay(time: number): string {
  const date = new Date(time / 1_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The local zone as the distance from UTC that is in force at a time, such as `UTC+8`. */
export function zoneText(time: number): string {
  const minutes = zoneOffsetAt(time / 1_000);
  if (minutes === 0) return 'UTC';
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const sign = minutes < 0 ? '−' : '+';
  return `UTC${sign}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
