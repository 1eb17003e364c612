import { createStore } from 'zustand/vanilla';
import { appStore } from './app-store.ts';
import { tabsOf } from './front.ts';
import { setPreferences } from './preferences.ts';

/** A device shown without a tab, because nothing of it is being captured; null for none. */
export const pageStore = createStore<{ readonly deviceId: string | null }>(() => ({
  deviceId: null,
}));

/** Brings a capture's tab to the front, making it if it is not open. */
export function openCapture(captureId: string): void {
  pageStore.setState({ deviceId: null });
  const tabs = tabsOf(appStore.getState());
  setPreferences({
    tabs: tabs.includes(captureId) ? tabs : [...tabs, captureId],
    activeTab: captureId,
  });
}

/** Brings a device to the front: its session's tab, or the device alone while it has none. */
export function openDevice(deviceId: string): void {
  const { sessions } = appStore.getState();
  const session = Object.values(sessions).find((one) => one.deviceId === deviceId);
  if (session) openCapture(session.captureId);
  else pageStore.setState({ deviceId });
}

/** Shows the page with the ways to begin. */
export function showHome(): void {
  pageStore.setState({ deviceId: null });
  setPreferences({ activeTab: null });
}

/** Forgets a tab; the one after it, or else the one before, comes to the front. */
export function forgetTab(captureId: string): void {
  const { preferences, ...state } = appStore.getState();
  const tabs = tabsOf({ ...state, preferences });
  const index = tabs.indexOf(captureId);
  const left = tabs.filter((id) => id !== captureId);
  const activeTab =
    preferences.activeTab === captureId
      ? (left[index] ?? left[index - 1] ?? null)
      : preferences.activeTab;
  setPreferences({ tabs: left, activeTab });
}

/** Puts a tab in the place of another, which moves aside. */
export function moveTab(captureId: string, to: number): void {
  const others = tabsOf(appStore.getState()).filter((id) => id !== captureId);
  const place = Math.min(Math.max(0, to), others.length);
  setPreferences({ tabs: others.toSpliced(place, 0, captureId) });
}

/** Brings the tab beside the one in front to the front; after the last comes the first. */
export function stepTab(step: 1 | -1): void {
  const state = appStore.getState();
  const tabs = tabsOf(state);
  const { activeTab } = state.preferences;
  const at = activeTab === null ? -1 : tabs.indexOf(activeTab);
  const from = at === -1 && step === -1 ? 0 : at;
  const next = tabs.at((from + step) % tabs.length);
  if (next !== undefined) openCapture(next);
}
