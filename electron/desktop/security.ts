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

/** Writing text to the clipboard, as our own page does in answer to a click, is all that is allowed. */
function isAllowed(
  permission: string,
  { isMainFrame, requestingUrl }: { isMainFrame: boolean; requestingUrl?: string },
): boolean {
  return (
    permission === 'clipboard-sanitized-write' && isMainFrame && isPageUrl(requestingUrl ?? '')
  );
}

/**
 * Refuses every device and every permission but one: the page needs no more. Certificate errors keep
 * Chromium's own answer, which is no.
 */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(isAllowed(permission, details)),
  );
  session.setPermissionCheckHandler((_contents, permission, _origin, details) =>
    isAllowed(permission, details),
  );
  session.setDevicePermissionHandler(() => false);
}
