import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { PAGE_URL } from './page-protocol.ts';
import { MIN_SIZE, readWindowPlace, saveWindowPlace } from './window-place.ts';

const FIRST_SIZE = { width: 1280, height: 800 };

/** Makes the one window, where it was last time, and loads the page into it. */
export function openWindow(dataDir: string): BrowserWindow {
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const last = readWindowPlace(dataDir, workAreas);
  const window = new BrowserWindow({
    ...(last?.bounds ?? FIRST_SIZE),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: 'Tricorder',
    show: false,
    autoHideMenuBar: true,
    // What is seen until the page paints: near enough to either theme not to flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  });
  if (last?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    saveWindowPlace(dataDir, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  void window.loadURL(PAGE_URL);
  return window;
}

/** Brings the window to the person who started the app a second time. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
