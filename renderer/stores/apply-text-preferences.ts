import type { Preferences } from '../../shared/contract/preferences.ts';
import { appStore } from './app-store.ts';

function apply({ density, fontSize }: Preferences): void {
  const { dataset, style } = document.documentElement;
  dataset.density = density;
  style.setProperty('--text-size', `${fontSize}%`);
}

/** Keeps the size of text and the height of rows at what the user prefers; all lengths follow them. */
export function applyTextPreferences(): void {
  apply(appStore.getState().preferences);
  appStore.subscribe(({ preferences }, before) => {
    if (preferences !== before.preferences) apply(preferences);
  });
}
