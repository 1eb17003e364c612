import type { PacketRow } from '../../shared/contract/packets.ts';
import type { PacketCopies, PacketCopy, RowCopy } from './packet-copies.ts';

/** The most rows that are copied together: a clipboard is no file, and exports have no limit. */
const COPIED_ROWS_MAX = 5000;
/** The most packets, each of which is asked for: a browser gives the clipboard for few seconds. */
const COPIED_PACKETS_MAX = 1000;
/** The most bytes of packets that are copied together: all of them are in the page meanwhile. */
export const COPIED_BYTES_MAX = 8_000_000;

/** What came of copying packets that were chosen together. */
export type ChosenOutcome =
  | {
      readonly came: 'copied';
      readonly copied: number;
      /** Packets that have no such thing. */
      readonly leftOut: number;
      /** What those do not have. */
      readonly without: 'topic' | 'message';
    }
  | { readonly came: 'nothing'; readonly without: 'topic' | 'message' }
  | { readonly came: 'tooMany'; readonly max: number }
  | { readonly came: 'tooLarge' };

/** How many packets can be copied together so. */
export const copiedMax = (what: RowCopy) => (what === 'row' ? COPIED_ROWS_MAX : COPIED_PACKETS_MAX);

/** Copies those of some packets that can be copied so; false where they could not be read or copied. */
export async function copyChosen(
  copies: PacketCopies,
  rows: readonly PacketRow[],
  what: PacketCopy,
): Promise<ChosenOutcome | false> {
  const without = what === 'topic' ? 'topic' : 'message';
  const able = rows.filter((row) => copies.of(row).includes(what));
  if (able.length === 0) return { came: 'nothing', without };
  const bytes = able.reduce((sum, { size }) => sum + size, 0);
  if (bytes > COPIED_BYTES_MAX) return { came: 'tooLarge' };
  if (!(await copies.copy(able, what))) return false;
  return { came: 'copied', copied: able.length, leftOut: rows.length - able.length, without };
}
