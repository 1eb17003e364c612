import type { AppState } from './app-store.ts';

/** What fills the main pane. */
export type Front =
  | { readonly kind: 'home' }
  | { readonly kind: 'device'; readonly deviceId: string }
  | { readonly kind: 'capture'; readonly captureId: string };

type TabSource = Pick<AppState, 'sessions' | 'captures' | 'preferences'>;

/**
 * The open tabs as capture ids: the remembered ones that still exist, then those of sessions that
 * another page or an earlier run of this page started.
 */
export function tabsOf({ sessions, captures, preferences }: TabSource): string[] {
  const live = Object.values(sessions).map(({ captureId }) => captureId);
  const known = new Set([...live, ...captures.map(({ id }) => id)]);
  return [...new Set([...preferences.tabs.filter((id) => known.has(id)), ...live])];
}

/** What fills the main pane, from the remembered tab and the device that is shown without one. */
export function frontOf(
  state: TabSource & Pick<AppState, 'devices'>,
  deviceId: string | null,
): Front {
  if (deviceId && state.devices.some(({ id }) => id === deviceId)) {
    const session = Object.values(state.sessions).find((one) => one.deviceId === deviceId);
    return session
      ? { kind: 'capture', captureId: session.captureId }
      : { kind: 'device', deviceId };
  }
  const active = state.preferences.activeTab;
  return active && tabsOf(state).includes(active)
    ? { kind: 'capture', captureId: active }
    : { kind: 'home' };
}
