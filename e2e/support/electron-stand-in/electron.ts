/**
 * A stand-in for the 'electron' module, for machines without Electron's runtime. The built main
 * bundle runs on Node with it, and its window is a page of a headless Chromium in which the built
 * preload really runs.
 *
 * What it is not, and what therefore only a run on Electron covers:
 * - Context isolation and the sandbox: the preload runs in the page's own world before its
 *   scripts, without the copying that contextBridge does.
 * - Custom schemes: Chromium cannot be sent to `app://tricorder/`, so the page sees
 *   `https://tricorder.app.invalid/` and every request is answered by the handler of
 *   `protocol.handle`. Nothing else is answered, so the page has no network.
 * - The keychain (there is none, as on a Linux without a keyring), native menus and dialogs (an
 *   error box is a line on stderr), screens, a second start of the app, permissions.
 *
 * It has what the app uses and no more: a name that is missing here fails when the bundle loads.
 */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc-main.ts';
export { protocol } from './protocol.ts';
export { dialog, Menu, nativeTheme, safeStorage, screen, session } from './system.ts';
