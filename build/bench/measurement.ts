/** One line of the result: what was measured, and what it may be. */
export interface Measurement {
  readonly part: Part;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** null for figures that explain others. */
  readonly budget: Budget | null;
}

export interface Budget {
  readonly bound: 'at least' | 'at most';
  readonly value: number;
}

/** What can be run alone, in the order in which all is run. */
export const parts = ['memory', 'million', 'capture', 'page'] as const;
export type Part = (typeof parts)[number];

/** Adds measurements of one part to a list. */
export type Report = (
  what: string,
  value: number,
  unit: string,
  budget?: readonly [bound: Budget['bound'], value: number],
) => void;

export function reportInto(list: Measurement[], part: Part): Report {
  return (what, value, unit, budget) => {
    const own = budget === undefined ? null : { bound: budget[0], value: budget[1] };
    list.push({ part, what, value, unit, budget: own });
  };
}

/** null where there is no budget to meet. */
export function isMet({ value, budget }: Measurement): boolean | null {
  if (budget === null) return null;
  return budget.bound === 'at least' ? value >= budget.value : value <= budget.value;
}
