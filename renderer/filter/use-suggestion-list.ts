import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import type { FilterText } from '../stores/view/filter-text.ts';
import type { View } from '../stores/view/view.ts';
import { accept, isKey } from './completion-edit.ts';
import { useSuggestions } from './use-suggestions.ts';

/** The list of suggestions below the field. */
export interface SuggestionList {
  /** Empty while the list is closed. */
  readonly suggestions: readonly string[];
  /** What a suggestion takes the place of, `end` exclusive. */
  readonly range: { readonly start: number; readonly end: number };
  readonly active: number | null;
  type(field: HTMLInputElement): void;
  moveCaret(caret: number): void;
  /** Answers whether the key was the list's. */
  press(event: KeyboardEvent): boolean;
  choose(index: number): void;
  close(): void;
}

const NONE: readonly string[] = [];

/**
 * Suggestions for the term at the caret, as the ARIA listbox pattern has it: the focus stays in the
 * field. Typing opens the list, Arrow Down also does; Tab takes the first one for what was begun.
 */
export function useSuggestionList(
  view: View,
  filterText: FilterText,
  input: RefObject<HTMLInputElement | null>,
): SuggestionList {
  const text = useStore(filterText.store, (state) => state.text);
  const [open, setOpen] = useState(false);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState<number | null>(null);
  const completion = useSuggestions(view, text, caret, open);
  const suggestions = open ? completion.suggestions : NONE;
  const nextCaret = useRef<number | null>(null);
  const close = useCallback(() => {
    setOpen(false);
    setActive(null);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other suggestions are chosen from anew
  useEffect(() => setActive(null), [completion]);

  useLayoutEffect(() => {
    if (nextCaret.current === null) return;
    input.current?.setSelectionRange(nextCaret.current, nextCaret.current);
    nextCaret.current = null;
  });

  function choose(index: number): void {
    const suggestion = suggestions[index];
    if (suggestion === undefined) return;
    const edited = accept(text, completion, suggestion);
    nextCaret.current = edited.caret;
    setCaret(edited.caret);
    if (!isKey(suggestion)) close();
    filterText.type(edited.text);
  }

  function press({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    const count = suggestions.length;
    if (count === 0) {
      if (key === 'ArrowDown') setOpen(true);
      return key === 'ArrowDown';
    }
    switch (key) {
      case 'ArrowDown':
        setActive(active === null ? 0 : (active + 1) % count);
        return true;
      case 'ArrowUp':
        setActive(active === null ? count - 1 : (active + count - 1) % count);
        return true;
      case 'Enter':
        if (active === null) close();
        else choose(active);
        return active !== null;
      case 'Tab': {
        const begun = completion.start < caret ? 0 : null;
        const index = active ?? begun;
        if (shiftKey || index === null) return false;
        choose(index);
        return true;
      }
      default:
        return false;
    }
  }

  return {
    suggestions,
    range: completion,
    active: suggestions.length > 0 ? active : null,
    type(field) {
      setCaret(field.selectionStart ?? field.value.length);
      setOpen(field.value.trim() !== '');
      filterText.type(field.value);
    },
    moveCaret: setCaret,
    press,
    choose,
    close,
  };
}
