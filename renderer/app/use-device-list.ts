import { useCallback } from 'react';
import { setPaneSizes } from '../stores/preferences.ts';
import { useApp } from '../stores/use-app.ts';

/** The pane whose remembered size says whether the device list is shown: 0 for no. */
const PANE = 'device-list';

export interface DeviceList {
  readonly shown: boolean;
  toggle(): void;
}

/** Whether the device list is shown, and showing or hiding it. */
export function useDeviceList(): DeviceList {
  const shown = useApp(({ preferences }) => preferences.panes[PANE]?.[0] !== 0);
  const toggle = useCallback(() => setPaneSizes(PANE, [shown ? 0 : 100]), [shown]);
  return { shown, toggle };
}
