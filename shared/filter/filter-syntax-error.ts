import type { FilterError } from './filter-node.ts';

/** Leaves the parser at the first mistake; `parseFilter` turns it into its answer. */
export class FilterSyntaxError extends Error implements FilterError {
  readonly start: number;
  readonly end: number;
  readonly expected: readonly string[];

  constructor(start: number, end: number, expected: readonly string[]) {
    super(`expected ${expected.join(' or ')} at ${start}`);
    this.start = start;
    this.end = end;
    this.expected = expected;
  }
}
