/** A topic to offer and what it is for; the purpose is empty where nobody knows it. */
export interface Suggestion {
  readonly topic: string;
  readonly purpose: string;
}

/** Suggestions of one origin under a heading. */
export interface SuggestionGroup {
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
}

/**
 * What fits a text that is being typed: every word of it stands in the topic or in its purpose,
 * whatever the case. Groups without any are left out, and a topic stands only in the first that has it.
 */
export function filterSuggestions(
  groups: readonly SuggestionGroup[],
  typed: string,
): readonly SuggestionGroup[] {
  const words = typed.toLowerCase().split(/\s+/);
  const seen = new Set<string>();
  const fits = ({ topic, purpose }: Suggestion) => {
    const text = `${topic} ${purpose}`.toLowerCase();
    if (seen.has(topic) || !words.every((word) => text.includes(word))) return false;
    seen.add(topic);
    return true;
  };
  return groups
    .map((group) => ({ ...group, suggestions: group.suggestions.filter(fits) }))
    .filter(({ suggestions }) => suggestions.length > 0);
}
