import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FilterError } from '../../../shared/filter/filter-node.ts';
import { parseFilter } from '../../../shared/filter/parse-filter.ts';

/** Milliseconds without a keystroke after which what was typed is put in force. */
const TYPING_REST = 150;

/** Milliseconds in force after which a filter was looked through, rather than passed on the way to another. */
const LOOKED_THROUGH = 2_000;

/** What stands in the filter field, and what of it is in force. */
export interface FilterTextState {
  readonly text: string;
  /** Where the text is wrong: `inForce` stays in force. */
  readonly error: FilterError | null;
  readonly inForce: string;
  /** The user ended the search for the text: all packets are shown until it is applied again. */
  readonly stopped: boolean;
}

export interface FilterText {
  readonly store: StoreApi<FilterTextState>;
  /** Takes a keystroke in: it is checked at once, and put in force when the typing rests. */
  type(text: string): void;
  /** Puts the text in force now, unless it is wrong. */
  apply(): void;
  /** Replaces the text and puts it in force now. */
  set(text: string): void;
  /** The user turns to something else: what was typed is in force, and used. */
  leave(): void;
  /** Puts no filter in force and keeps the text. */
  stop(): void;
  /** Gives up what is still to be put in force. */
  end(): void;
}

/**
 * The text of a display filter on its way to a view: `apply` is only called with correct filters.
 *
 * @param used told of the filters that were meant: applied, set, left for something else, or looked
 *   through before another was set
 */
export function createFilterText(
  initial: string,
  apply: (filter: string) => void,
  used: (filter: string) => void,
): FilterText {
  const store = createStore<FilterTextState>(() => ({
    text: initial,
    error: null,
    inForce: initial,
    stopped: false,
  }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;

  function put(inForce: string, stopped: boolean): void {
    since = Date.now();
    store.setState({ inForce, stopped });
    apply(inForce);
  }

  function read(text: string): void {
    clearTimeout(timer);
    const parsed = parseFilter(text);
    store.setState({ text, error: parsed.ok ? null : parsed.error });
  }

  function applyNow(): void {
    clearTimeout(timer);
    const { text, error } = store.getState();
    if (error === null) put(text.trim(), false);
  }

  function use(): void {
    const { inForce } = store.getState();
    if (inForce !== '') used(inForce);
  }

  return {
    store,
    type(text) {
      read(text);
      if (store.getState().error === null) timer = setTimeout(applyNow, TYPING_REST);
    },
    apply() {
      applyNow();
      use();
    },
    set(text) {
      if (Date.now() - since >= LOOKED_THROUGH) use();
      read(text);
      applyNow();
      use();
    },
    leave() {
      const { text, inForce, stopped } = store.getState();
      if (!stopped && text.trim() !== inForce) applyNow();
      use();
    },
    stop() {
      clearTimeout(timer);
      put('', true);
    },
    end: () => clearTimeout(timer),
  };
}
