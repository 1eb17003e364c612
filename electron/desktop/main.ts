import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, protocol, safeStorage, session } from 'electron';
import { createHost } from '../host/host.ts';
import { closeBeforeQuit } from './close-before-quit.ts';
import { enterDataDir } from './data-dir.ts';
import { guardDownloads } from './downloads.ts';
import { openIpcDoor } from './ipc-door.ts';
import { menuTemplate } from './menu.ts';
import { registerPageScheme, servePage } from './page-protocol.ts';
import { guardAllContents, guardSession } from './security.ts';
import { openVault } from './vault.ts';
import { focusWindow, openWindow } from './window.ts';

async function start(): Promise<void> {
  const dataDir = enterDataDir(app, process.argv.slice(1));
  if (!app.requestSingleInstanceLock()) return app.exit();
  registerPageScheme(protocol);
  guardAllContents(app);
  await app.whenReady();

  const vault = openVault(safeStorage, dataDir);
  const host = await createHost({ dataDir, vault, mode: 'desktop', version: app.getVersion() });
  closeBeforeQuit(app, host);

  guardSession(session.defaultSession);
  guardDownloads(session.defaultSession);
  servePage(protocol, {
    folder: join(import.meta.dirname, '../renderer'),
    exportFile: host.exportFile,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(app.getLocale(), !app.isPackaged)));
  const window = openWindow(dataDir);
  openIpcDoor(ipcMain, window.webContents, host);

  app.on('second-instance', () => focusWindow(window));
  app.on('window-all-closed', () => app.quit());
}

start().catch(async (error: unknown) => {
  const sentence = error instanceof Error ? error.message : String(error);
  console.error(sentence);
  await app.whenReady();
  dialog.showErrorBox('Tricorder cannot start', sentence);
  app.exit(1);
});
