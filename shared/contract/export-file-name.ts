/** Characters of a label in a file name. */
const LABEL_MAX = 64;

interface ExportNameOptions {
  /** It holds a part of the capture, and is not to be taken for the whole. */
  readonly filtered?: boolean;
  /** Minutes that local time was ahead of UTC at the start; those of this machine if left out. */
  readonly zoneOffset?: number | undefined;
}

/**
 * What an exported file is called on any system: `lamp 2026-01-31 12-00-00.csv`, with the local time
 * that the screen shows.
 *
 * @param startedAt milliseconds since the epoch
 */
export function exportFileName(
  label: string,
  startedAt: number,
  extension: string,
  { filtered = false, zoneOffset = zoneOffsetAt(startedAt) }: ExportNameOptions = {},
): string {
  const name = label
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system takes them
    .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '-')
    .slice(0, LABEL_MAX)
    .replace(/^[. ]+|[. ]+$/g, '');
  const stamp = new Date(startedAt + zoneOffset * 60_000).toISOString().slice(0, 19);
  const time = stamp.replace('T', ' ').replaceAll(':', '-');
  return `${name || 'capture'} ${time}${filtered ? ' filtered' : ''}.${extension}`;
}

/** Whole minutes that this machine's local time was ahead of UTC at a time, milliseconds since the epoch. */
export const zoneOffsetAt = (time: number): number =>
  0 - Math.round(new Date(time).getTimezoneOffset());
