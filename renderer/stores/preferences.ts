import type { Preferences } from '../../shared/contract/preferences.ts';
import { ask } from '../bridge.ts';
import { appStore } from './app-store.ts';

/** Milliseconds that a size may rest before it is written: a drag makes many of them. */
const DRAG_DELAY = 400;

function apply(change: Partial<Preferences>): void {
  appStore.setState(({ preferences }) => ({ preferences: { ...preferences, ...change } }));
}

/** Applies a change of preferences at once and writes it through to the host. */
export function setPreferences(change: Partial<Preferences>): void {
  apply(change);
  // What cannot be written is in force until the page closes; the host tells of it as a notice.
  ask('preferences.set', change).catch(() => {});
}

let dragged: Partial<Preferences> = {};
let dragTimer: ReturnType<typeof setTimeout> | undefined;

/** Applies a change at once, and writes it when the drag that makes it rests. */
export function setDraggedPreferences(change: Partial<Preferences>): void {
  apply(change);
  dragged = { ...dragged, ...change };
  clearTimeout(dragTimer);
  dragTimer = setTimeout(writeDragged, DRAG_DELAY);
}

function writeDragged(): void {
  clearTimeout(dragTimer);
  if (Object.keys(dragged).length > 0) setPreferences(dragged);
  dragged = {};
}

/** Has the last drag written also when the page closes right after it. */
export function keepDragsOfClosingPage(): void {
  window.addEventListener('pagehide', writeDragged);
}

/**
 * Remembers the sizes of a split.
 *
 * @param sizes percent of the split, in the order of its panes
 */
export function setPaneSizes(name: string, sizes: number[]): void {
  const { panes } = appStore.getState().preferences;
  setDraggedPreferences({ panes: { ...panes, [name]: sizes } });
}
