import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { appStore } from '../stores/app-store.ts';
import { cssVariablesResolver, theme } from './theme.ts';

let unsubscribe = () => {};

/** The preference is the only place where the colour scheme is kept: Mantine reads it from there. */
const preferenceManager: MantineColorSchemeManager = {
  get: () => appStore.getState().preferences.theme,
  set: () => {},
  subscribe: (onUpdate) => {
    // The preference may have been read from the host since `get` was called.
    onUpdate(appStore.getState().preferences.theme);
    unsubscribe = appStore.subscribe(({ preferences }, before) => {
      if (preferences.theme !== before.preferences.theme) onUpdate(preferences.theme);
    });
  },
  unsubscribe: () => unsubscribe(),
  clear: () => {},
};

/** Puts our theme in force, in the colour scheme the user prefers. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={preferenceManager}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
