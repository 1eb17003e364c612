import { extname } from 'node:path';
import type { DownloadItem, Session } from 'electron';
import { isExportUrl, isPageUrl } from './page-protocol.ts';

/** Lets the page download exports and pictures it drew, and nothing else; where to, the system's dialog asks. */
export function guardDownloads(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!isExportUrl(item.getURL()) && !isPicture(item)) return event.preventDefault();
    const name = item.getFilename();
    const extension = extname(name).slice(1);
    item.setSaveDialogOptions({
      // The address otherwise.
      title: name,
      filters: [{ name: extension, extensions: [extension] }],
    });
  });
}

const BLOB = 'blob:';
const PICTURES = ['image/svg+xml', 'image/png'];

/** A picture that the page drew: it lies in the page's own memory. */
function isPicture(item: DownloadItem): boolean {
  const url = item.getURL();
  const isOwn = url.startsWith(BLOB) && isPageUrl(url.slice(BLOB.length));
  return isOwn && PICTURES.includes(item.getMimeType());
}
