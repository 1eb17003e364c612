import { createStore } from 'zustand/vanilla';
import type { Device } from '../../shared/contract/devices.ts';

/** The device form while it is open: `device` is null for a new one. */
export const deviceFormStore = createStore<{
  readonly open: { readonly device: Device | null } | null;
}>(() => ({ open: null }));

/** Opens the device form, empty or with a saved device. */
export function openDeviceForm(device: Device | null): void {
  deviceFormStore.setState({ open: { device } });
}

/** Closes the device form; what was typed is gone. */
export function closeDeviceForm(): void {
  deviceFormStore.setState({ open: null });
}

/** The import of a capture while its dialog is open: `file` is null until one is chosen. */
export const importStore = createStore<{
  readonly open: { readonly file: File | null } | null;
}>(() => ({ open: null }));

/** Opens the import, with the file that was dropped if there is one. */
export function openImport(file: File | null): void {
  importStore.setState({ open: { file } });
}

/** Closes the import; one under way is cancelled. */
export function closeImport(): void {
  importStore.setState({ open: null });
}

/** Whether the sheet of all keys is shown. */
export const keyboardSheetStore = createStore<{ readonly open: boolean }>(() => ({ open: false }));

/** Shows the sheet of all keys. */
export const openKeyboardSheet = () => keyboardSheetStore.setState({ open: true });

/** Closes the sheet of all keys. */
export const closeKeyboardSheet = () => keyboardSheetStore.setState({ open: false });

/** Whether the preferences are shown. */
export const preferencesDialogStore = createStore<{ readonly open: boolean }>(() => ({
  open: false,
}));

/** Shows the preferences. */
export const openPreferences = () => preferencesDialogStore.setState({ open: true });

/** Closes the preferences; what was chosen is in force already. */
export const closePreferences = () => preferencesDialogStore.setState({ open: false });
