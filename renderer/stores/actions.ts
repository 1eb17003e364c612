import { createStore } from 'zustand/vanilla';

/** Where an action stands in the command palette, in this order. */
export const actionGroups = ['session', 'packets', 'go', 'devices', 'app'] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** Something that can be done now, from the command palette and, with a hotkey, by keyboard. */
export interface Action {
  /** Unique among the actions there are. */
  readonly id: string;
  readonly group: ActionGroup;
  /** In the user's language. */
  readonly label: string;
  /** As in `stores/hotkeys.ts`. */
  readonly hotkey?: string;
  run(): void;
}

const offers = new Set<readonly Action[]>();

/** The actions that what is on the screen offers. */
export const actionStore = createStore<{ readonly actions: readonly Action[] }>(() => ({
  actions: [],
}));

const publish = () => actionStore.setState({ actions: [...offers].flat() });

/** Offers actions until the answer is called. */
export function offerActions(actions: readonly Action[]): () => void {
  offers.add(actions);
  publish();
  return () => {
    offers.delete(actions);
    publish();
  };
}
