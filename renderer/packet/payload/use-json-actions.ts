import { useMemo } from 'react';
import { type JsonColumn, useJsonColumn } from '../../stores/use-json-column.ts';
import { type JsonTerms, jsonTerms } from './json-terms.ts';
import type { JsonPlace } from './json-tree.ts';

/** What can be done with a value where it can be found in other messages too. */
export interface ValueUses {
  /** Draws a number over time. */
  onChart(steps: JsonPlace['steps']): void;
  /** A value has got a column of the timeline. */
  onColumn(): void;
  /** Asks for packets that meet one more term. */
  onFilter(term: string): void;
}

/** What can be done with one value besides copying it; null for what cannot be. */
export interface JsonActions {
  readonly place: JsonPlace;
  readonly chart: (() => void) | null;
  readonly column: (Omit<JsonColumn, 'toggle'> & { toggle(): void }) | null;
  readonly filter: { readonly terms: JsonTerms; add(term: string): void } | null;
}

const isNumber = ({ value }: JsonPlace) => /^[-\d]/.test(value);

/** What can be done with the value at a place of JSON; null without a place. */
export function useJsonActions(
  place: JsonPlace | null,
  uses: ValueUses | null,
): JsonActions | null {
  const column = useJsonColumn(uses && place ? place.steps : []);
  const terms = useMemo(() => place && jsonTerms(place), [place]);
  if (place === null) return null;
  return {
    place,
    chart: uses && isNumber(place) ? () => uses.onChart(place.steps) : null,
    column: column && {
      ...column,
      toggle() {
        if (column.toggle() === 'shown') uses?.onColumn();
      },
    },
    filter: uses && terms && { terms, add: uses.onFilter },
  };
}
