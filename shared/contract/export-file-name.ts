/** Characters of a label in a file name. */
const LABEL_MAX = 64;

/**
 * What an exported file is called on any system: `lamp 2026-01-31 12-00-00.csv`.
 *
 * @param startedAt milliseconds since the epoch
 * @param zoneOffset minutes that the local time of whoever exports is ahead of UTC: the screen shows it
 * @param filtered it holds a part of the capture, and is not to be taken for the whole
 */
export function exportFileName(
  label: string,
  startedAt: number,
  extension: string,
  zoneOffset: number,
  filtered = false,
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
