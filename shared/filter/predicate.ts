import type { Columns } from './columns.ts';
import type { PayloadReader } from './payload-reader.ts';

/** One part of a compiled filter. */
export interface Predicate {
  readonly needsPayload: boolean;
  readonly followsAnswers: boolean;
  /** undefined: the payload decides. */
  readonly columns: (columns: Columns, row: number) => boolean | undefined;
  readonly payload: (columns: Columns, row: number, payload: PayloadReader) => boolean;
}

/** A predicate that the columns decide alone. */
export function onColumns(
  test: (columns: Columns, row: number) => boolean,
  followsAnswers = false,
): Predicate {
  return { needsPayload: false, followsAnswers, columns: test, payload: test };
}

export const everything: Predicate = onColumns(() => true);

export function not(predicate: Predicate): Predicate {
  return {
    ...predicate,
    columns: (columns, row) => {
      const matches = predicate.columns(columns, row);
      return matches === undefined ? undefined : !matches;
    },
    payload: (columns, row, payload) => !predicate.payload(columns, row, payload),
  };
}

/** All must hold: one that does not decides, whatever the payload says. */
export function allOf(predicates: readonly Predicate[]): Predicate {
  return {
    ...needsOf(predicates),
    columns: (columns, row) => {
      let all: boolean | undefined = true;
      for (let at = 0; at < predicates.length; at += 1) {
        const matches = predicates[at]?.columns(columns, row);
        if (matches === false) return false;
        if (matches === undefined) all = undefined;
      }
      return all;
    },
    payload: (columns, row, payload) =>
      predicates.every((each) => each.payload(columns, row, payload)),
  };
}

/** One must hold: one that does decides, whatever the payload says. */
export function anyOf(predicates: readonly Predicate[]): Predicate {
  return {
    ...needsOf(predicates),
    columns: (columns, row) => {
      let any: boolean | undefined = false;
      for (let at = 0; at < predicates.length; at += 1) {
        const matches = predicates[at]?.columns(columns, row);
        if (matches === true) return true;
        if (matches === undefined) any = undefined;
      }
      return any;
    },
    payload: (columns, row, payload) =>
      predicates.some((each) => each.payload(columns, row, payload)),
  };
}

function needsOf(predicates: readonly Predicate[]) {
  return {
    needsPayload: predicates.some((each) => each.needsPayload),
    followsAnswers: predicates.some((each) => each.followsAnswers),
  };
}
