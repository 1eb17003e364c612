import type { Preferences } from '../../shared/contract/preferences.ts';
import { ask } from '../bridge.ts';
import { appStore } from './app-store.ts';

/** Milliseconds that pane sizes may rest before they are written: a drag makes many of them. */
const PANES_DELAY = 400;

/** Applies a change of preferences at once and writes it through to the host. */
export function setPreferences(change: Partial<Preferences>): void {
  appStore.setState(({ preferences }) => ({ preferences: { ...preferences, ...change } }));
  // What cannot be written is in force until the page closes; the host tells of it as a notice.
  ask('preferences.set', change).catch(() => {});
}

let panesTimer: ReturnType<typeof setTimeout> | undefined;

/**
 * Remembers the sizes of a split.
 *
 * @param sizes percent of the split, in the order of its panes
 */
export function setPaneSizes(name: string, sizes: number[]): void {
  appStore.setState(({ preferences }) => ({
    preferences: { ...preferences, panes: { ...preferences.panes, [name]: sizes } },
  }));
  clearTimeout(panesTimer);
  panesTimer = setTimeout(
    () => setPreferences({ panes: appStore.getState().preferences.panes }),
    PANES_DELAY,
  );
}
