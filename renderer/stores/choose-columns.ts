import { appStore } from './app-store.ts';
import { type Column, columnsOf } from './columns.ts';
import { setDraggedPreferences } from './preferences.ts';

/** Puts other choices of columns in force, made from those there are; they are remembered. */
export function chooseColumns(change: (columns: readonly Column[]) => Column[]): void {
  setDraggedPreferences({ columns: change(columnsOf(appStore.getState().preferences.columns)) });
}
