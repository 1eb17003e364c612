import type { SavedFilter } from '../../shared/contract/filters.ts';

/** A whole filter from earlier, for the place of all that stands in the field. */
export interface KeptOption {
  readonly kind: 'saved' | 'recent';
  readonly text: string;
  /** What the user called it; empty for nothing. */
  readonly name: string;
}

/** What the list below the field offers: something for the place of the term at the caret, or a filter. */
export type FilterOption = { readonly kind: 'term'; readonly text: string } | KeptOption;

/** Filters from earlier. */
export interface KeptFilters {
  readonly saved: readonly SavedFilter[];
  /** Those that were used, the latest first. */
  readonly recent: readonly string[];
}

/**
 * The filters from earlier that what was typed may become, saved ones first: it begins one of their
 * terms or a word of their name. All of them where nothing was typed.
 */
export function keptOptions({ saved, recent }: KeptFilters, typed: string): KeptOption[] {
  const wanted = typed.trim().toLowerCase();
  const isSaved = new Set(saved.map(({ filter }) => filter));
  const options: KeptOption[] = [
    ...saved.map(({ filter, name }) => ({ kind: 'saved' as const, text: filter, name })),
    ...recent
      .filter((filter) => !isSaved.has(filter))
      .map((filter) => ({ kind: 'recent' as const, text: filter, name: '' })),
  ];
  if (wanted === '') return options;
  return options.filter(
    ({ text, name }) =>
      text.toLowerCase() !== wanted && (hasBeginning(text, wanted) || hasBeginning(name, wanted)),
  );
}

/** Whether a text has another, in lower case, at its start or behind a sign that parts terms. */
function hasBeginning(text: string, wanted: string): boolean {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (at === 0 || /[\s("-]/.test(lower[at - 1] ?? '')) return true;
  }
  return false;
}
