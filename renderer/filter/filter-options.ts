import type { SavedFilter } from '../../shared/contract/filters.ts';

/** A whole filter from earlier, for the place of all that stands in the field. */
export interface KeptOption {
  readonly kind: 'saved' | 'recent';
  readonly text: string;
  /** What the user called it; empty for nothing. */
  readonly name: string;
}

/** What the list below the field offers. */
export type FilterOption = TermOption | KeptOption;

/** Something for the place of the term at the caret. */
export interface TermOption {
  readonly kind: 'term';
  readonly text: string;
  /** The word that stands there and is looked for as a text, where more is likely meant. */
  readonly word?: string | undefined;
}

/** Filters from earlier. */
export interface KeptFilters {
  readonly saved: readonly SavedFilter[];
  /** Those that were used, the latest first. */
  readonly recent: readonly string[];
}

/** How many of the filters that were used stand in an empty field's list, above the keys. */
const RECENT_OFFERED = 5;

/** How many filters from earlier are found by typing alone: they would push the keys out of sight. */
export const foundByTyping = (filters: KeptFilters): number =>
  Math.max(0, recentOf(filters).length - RECENT_OFFERED);

function recentOf({ saved, recent }: KeptFilters): readonly string[] {
  const isSaved = new Set(saved.map(({ filter }) => filter));
  return recent.filter((filter) => !isSaved.has(filter));
}

/**
 * The filters from earlier that what was typed may become, saved ones first: it begins one of their
 * terms or a word of their name. Where nothing was typed, those that were saved and the latest.
 */
export function keptOptions(filters: KeptFilters, typed: string): KeptOption[] {
  const wanted = typed.trim().toLowerCase();
  const recent = recentOf(filters).slice(0, wanted === '' ? RECENT_OFFERED : undefined);
  const options: KeptOption[] = [
    ...filters.saved.map(({ filter, name }) => ({ kind: 'saved' as const, text: filter, name })),
    ...recent.map((filter) => ({ kind: 'recent' as const, text: filter, name: '' })),
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
