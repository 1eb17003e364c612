import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import type { Action } from '../stores/actions.ts';

const isDialogOpen = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** Keys that type something belong to a field that has the focus. */
const typesSomething = (hotkey: string) => !/(^|\+)(mod|alt)\+/.test(hotkey);

/** Runs actions by their hotkeys; a dialog keeps the keyboard to itself. */
export function useHotkeysOfActions(actions: readonly Action[]): void {
  const items = actions.flatMap(({ hotkey, run }): HotkeyItem[] =>
    hotkey === undefined
      ? []
      : // A digit with Option types something else on a Mac: the key itself counts.
        [[hotkey, () => isDialogOpen() || run(), { usePhysicalKeys: /Digit\d$/.test(hotkey) }]],
  );
  useHotkeys(items.filter(([hotkey]) => typesSomething(hotkey)));
  useHotkeys(
    items.filter(([hotkey]) => !typesSomething(hotkey)),
    [],
    true,
  );
}
