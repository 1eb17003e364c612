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
