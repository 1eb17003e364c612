/** What a system offers to an app, as far as a machine without a desktop has it. */

/** No keychain, as on a Linux without a keyring. */
export const safeStorage = {
  isEncryptionAvailable: () => false,
  getSelectedStorageBackend: () => 'basic_text',
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

export const nativeTheme = { shouldUseDarkColors: false };

export const dialog = {
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`[error box] ${title}: ${content}\n`);
  },
};

export const Menu = {
  buildFromTemplate: <T>(template: T): T => template,
  setApplicationMenu(): void {},
};

/** Headless Chromium grants nothing unless told to, which is what the app asks for. */
export const session = {
  defaultSession: {
    /** A download has no dialog here: Chromium drops it. */
    on(): void {},
    setPermissionRequestHandler(): void {},
    setPermissionCheckHandler(): void {},
    setDevicePermissionHandler(): void {},
  },
};
