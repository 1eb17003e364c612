import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { appStore } from './app-store.ts';
import { type Front, frontOf, tabsOf } from './front.ts';
import { pageStore } from './tabs.ts';

/** What fills the main pane. */
export function useFront(): Front {
  const deviceId = useStore(pageStore, (page) => page.deviceId);
  return useStore(
    appStore,
    useShallow((state) => frontOf(state, deviceId)),
  );
}

/** The open tabs, as capture ids. */
export function useTabs(): string[] {
  return useStore(appStore, useShallow(tabsOf));
}
