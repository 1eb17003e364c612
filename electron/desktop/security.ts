import type { App, Session, WebContents } from 'electron';
import { isPageUrl } from './page-protocol.ts';

/** Refuses every way for the contents of a window to become, or to open, something else. */
function guardContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (details) => {
    if (!isPageUrl(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Guards all contents that will ever be made, not only those of the one window. */
export function guardAllContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/**
 * Refuses every permission and every device: the page needs none. Certificate errors keep
 * Chromium's own answer, which is no.
 */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
