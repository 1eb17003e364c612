import { createStore } from 'zustand/vanilla';
import type { Device } from '../../shared/contract/devices.ts';

/** The device whose connection parameters are shown; null while the dialog is closed. */
export const parametersStore = createStore<{ readonly device: Device | null }>(() => ({
  device: null,
}));

/** Shows what a device says in CONNECT. */
export function openParameters(device: Device): void {
  parametersStore.setState({ device });
}

/** Closes the dialog; what was typed to compare is gone. */
export function closeParameters(): void {
  parametersStore.setState({ device: null });
}
