import { extname } from 'node:path';
import type { Session } from 'electron';
import { isExportUrl } from './page-protocol.ts';

/** Lets the page download exports and nothing else; where to, the system's dialog asks. */
export function guardDownloads(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!isExportUrl(item.getURL())) return event.preventDefault();
    const name = item.getFilename();
    const extension = extname(name).slice(1);
    item.setSaveDialogOptions({
      // The address otherwise.
      title: name,
      filters: [{ name: extension, extensions: [extension] }],
    });
  });
}
