import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Two packets of a capture whose messages are to be held against each other. */
interface Comparison {
  readonly captureId: string;
  /** The one that is shown. */
  readonly row: number;
  /** The one it is held against. */
  readonly other: number;
}

const askedStore = createStore<{ readonly asked: Comparison | null }>(() => ({ asked: null }));

/** Asks the packet's details to show what differs between its message and another packet's. */
export function askComparison(asked: Comparison): void {
  askedStore.setState({ asked });
}

/** The comparison was shown. */
export function forgetAskedComparison(): void {
  askedStore.setState({ asked: null });
}

/** The packet that one is to be held against, until it is; null where nobody asked for that. */
export function useAskedComparison(captureId: string, row: number): number | null {
  return useStore(askedStore, ({ asked }) =>
    asked?.captureId === captureId && asked.row === row ? asked.other : null,
  );
}
