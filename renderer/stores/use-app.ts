import { useStore } from 'zustand';
import { type AppState, appStore } from './app-store.ts';

/** Reads the app store in a component; the selector must answer with a value that is kept. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(appStore, selector);
}
