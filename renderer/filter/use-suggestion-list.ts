import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { forgetRecentFilter, removeSavedFilter } from '../stores/kept-filters.ts';
import type { FilterText } from '../stores/view/filter-text.ts';
import type { View } from '../stores/view/view.ts';
import { accept, isKey } from './completion-edit.ts';
import { type FilterOption, foundByTyping, keptOptions } from './filter-options.ts';
import { useKeptFilters } from './use-kept-filters.ts';
import { useSuggestions } from './use-suggestions.ts';

/** The list of suggestions below the field. */
export interface SuggestionList {
  /** Empty while the list is closed. */
  readonly options: readonly FilterOption[];
  /** How many filters from earlier are not listed until a part of them is typed. */
  readonly unlisted: number;
  /** What the listed terms take the place of, `end` exclusive; null while none are listed. */
  readonly range: { readonly start: number; readonly end: number } | null;
  readonly active: number | null;
  type(field: HTMLInputElement): void;
  moveCaret(caret: number): void;
  /** Opens the list if there are filters from earlier to take up in an empty field. */
  offer(): void;
  /** Answers whether the key was the list's. */
  press(event: KeyboardEvent): boolean;
  choose(index: number): void;
  /** Takes a filter from earlier out of the list, for good. */
  remove(index: number): void;
  close(): void;
}

const NONE: readonly FilterOption[] = [];

/**
 * Suggestions for the term at the caret and filters from earlier, as the ARIA listbox pattern has it:
 * the focus stays in the field. Typing opens the list, Arrow Down also does; Tab takes the first term
 * for what was begun, Delete removes a filter.
 */
export function useSuggestionList(
  view: View,
  filterText: FilterText,
  input: RefObject<HTMLInputElement | null>,
): SuggestionList {
  const text = useStore(filterText.store, (state) => state.text);
  const filters = useKeptFilters();
  const [open, setOpen] = useState(false);
  const [caret, setCaret] = useState(0);
  const [chosen, setActive] = useState<number | null>(null);
  const completion = useSuggestions(view, text, caret, open);
  const options = useMemo(() => {
    if (!open) return NONE;
    const { suggestions, word } = completion;
    const terms = suggestions.map((term) => ({ kind: 'term' as const, text: term, word }));
    const kept = keptOptions(filters, text);
    // Who has typed nothing yet goes on from earlier; who has goes on with what was begun.
    return text.trim() === '' ? [...kept, ...terms] : [...terms, ...kept];
  }, [open, completion, filters, text]);
  const last = options.length - 1;
  const active = chosen === null || last < 0 ? null : Math.min(chosen, last);
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
    const option = options[index];
    if (option === undefined) return;
    if (option.kind !== 'term') {
      close();
      nextCaret.current = option.text.length;
      filterText.set(option.text);
      return;
    }
    const edited = accept(text, completion, option.text);
    nextCaret.current = edited.caret;
    setCaret(edited.caret);
    if (!isKey(option.text)) close();
    filterText.type(edited.text);
  }

  /** Answers whether it was one that can be removed. */
  function remove(index: number): boolean {
    const option = options[index];
    if (option?.kind === 'saved') removeSavedFilter(option.text);
    if (option?.kind === 'recent') forgetRecentFilter(option.text);
    return option !== undefined && option.kind !== 'term';
  }

  function press({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    if (last < 0) {
      if (key === 'ArrowDown') setOpen(true);
      return key === 'ArrowDown';
    }
    switch (key) {
      case 'ArrowDown':
        setActive(active === null || active === last ? 0 : active + 1);
        return true;
      case 'ArrowUp':
        setActive(active === null || active === 0 ? last : active - 1);
        return true;
      case 'Enter':
        if (active === null) close();
        else choose(active);
        return active !== null;
      case 'Tab': {
        const begun = completion.start < caret && options[0]?.kind === 'term' ? 0 : null;
        const index = active ?? begun;
        if (shiftKey || index === null) return false;
        choose(index);
        return true;
      }
      case 'Delete':
        return active !== null && remove(active);
      default:
        return false;
    }
  }

  return {
    options,
    unlisted: open && text.trim() === '' ? foundByTyping(filters) : 0,
    range: options.some(({ kind }) => kind === 'term') ? completion : null,
    active,
    type(field) {
      setCaret(field.selectionStart ?? field.value.length);
      setOpen(field.value.trim() !== '');
      filterText.type(field.value);
    },
    moveCaret: setCaret,
    offer() {
      if (text === '' && keptOptions(filters, '').length > 0) setOpen(true);
    },
    press,
    choose,
    remove,
    close,
  };
}
