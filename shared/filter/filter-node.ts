import type { Direction } from '../contract/packets.ts';
import { packetFamilyOf, packetTypeNames } from '../mqtt/packet-types.ts';

/** What may stand before a colon or a comparison. */
export const filterKeys = [
  'type',
  'dir',
  'topic',
  'text',
  'qos',
  'id',
  'no',
  'conn',
  'with',
  'size',
  'code',
  'rtt',
  'gap',
  'since',
  'is',
  'time',
] as const;
export type FilterKey = (typeof filterKeys)[number];

/** Keys whose values are numbers: compared, or listed after a colon. */
export type NumberKey = 'qos' | 'id' | 'no' | 'conn' | 'size' | 'code' | 'rtt' | 'gap' | 'since';

export const filterDirections = ['sent', 'received'] as const satisfies readonly Direction[];

const typeNames = packetTypeNames.filter((name) => name !== 'RESERVED');
const families = new Set(typeNames.map((name) => packetFamilyOf(name)));

/**
 * What `type:` takes: the control packet types, their families (`ping` is PINGREQ and PINGRESP), and
 * `broken` for bytes that form no packet. Broken rows are of no other type.
 */
export const filterTypes: readonly string[] = [
  ...new Set([...typeNames.map((name) => name.toLowerCase()), ...families, 'broken']),
];

/**
 * What `is:` takes. `retained` and `dup` are flags of a PUBLISH; `unanswered` is a request whose
 * answer is overdue; `problem` is what the timeline marks with an error or a warning: broken bytes, a
 * refusing code, unanswered, and the first and the last packet of each problem in the list;
 * `bookmarked` is what the user marked.
 */
export const filterStates = ['unanswered', 'problem', 'retained', 'dup', 'bookmarked'] as const;
export type FilterState = (typeof filterStates)[number];

export const comparisons = ['=', '>', '<', '>=', '<='] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * `:` contains in a text and equals elsewhere. `!=`: the field is there and is another. `~` has a
 * regular expression behind it.
 */
export const fieldComparisons = [':', '=', '!=', '>', '<', '>=', '<=', '~'] as const;
export type FieldComparison = (typeof fieldComparisons)[number];

export type FieldValue = string | number | boolean | null;

/** Numbers from `low` to `high`, both included; a single number is both. */
export interface NumberRange {
  readonly low: number;
  readonly high: number;
}

/** A time of day with the precision it was written in, both in microseconds. */
export interface TimeOfDay {
  /** Since midnight. */
  readonly at: number;
  /** A minute, a second or a fraction of one: what `time:12:01` covers. */
  readonly span: number;
}

/** A display filter. `and` and `or` have two nodes at least; `all` stands alone. */
export type FilterNode =
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly node: FilterNode }
  /** Case is ignored; looked for in the topic column and in the payload. */
  | { readonly kind: 'text'; readonly text: string }
  /** A regular expression, case ignored: in a topic, or where a text is looked for. */
  | {
      readonly kind: 'expression';
      readonly within: 'topic' | 'text';
      readonly source: string;
    }
  | { readonly kind: 'type'; readonly types: readonly string[] }
  | { readonly kind: 'direction'; readonly directions: readonly Direction[] }
  | { readonly kind: 'topic'; readonly topics: readonly string[] }
  | { readonly kind: 'state'; readonly states: readonly FilterState[] }
  /** `size` in bytes, `rtt`, `gap` and `since` in microseconds. Several values only with `=`: any of them. */
  | {
      readonly kind: 'number';
      readonly key: NumberKey;
      readonly comparison: Comparison;
      /** Single numbers unless the comparison is `=`. */
      readonly values: readonly NumberRange[];
    }
  /** Packets by their numbers in the timeline, and everything that belongs to them. */
  | { readonly kind: 'exchange'; readonly numbers: readonly number[] }
  | {
      readonly kind: 'time';
      readonly comparison: Comparison;
      readonly values: readonly TimeOfDay[];
    }
  /** A field of a JSON payload; without a test: it is there. Numbers in the path are positions. */
  | {
      readonly kind: 'field';
      readonly path: readonly (string | number)[];
      readonly test: { readonly comparison: FieldComparison; readonly value: FieldValue } | null;
    };

/**
 * What was expected where a filter is wrong. In angle brackets stands a kind of input to be worded by
 * the page; everything else is meant literally.
 */
export const expectedKinds = [
  '<term>',
  '<end>',
  '<value>',
  '<one value>',
  '<number>',
  '<size>',
  '<duration>',
  '<time>',
  '<topic filter>',
  '<field>',
  '<fewer parentheses>',
  '<text>',
  '<json value>',
  '<nothing>',
  '<side by side>',
  '<closed up>',
  /** What stands beside it comes nearest. */
  '<no counterpart>',
  '<connect details>',
  '<subscribe details>',
  '<topic length>',
  '<connection ends>',
  '<delta column>',
  '<quotes>',
  '<escape>',
  '<something to repeat>',
  '<rising range>',
  '<simpler expression>',
  '<no looking around>',
] as const;

/** Where a filter is wrong, `end` exclusive (an empty range at its end: something is missing). */
export interface FilterError {
  readonly start: number;
  readonly end: number;
  readonly expected: readonly string[];
  /** It is Wireshark's syntax; `rewritten` is the whole filter in ours where that can be said. */
  readonly wireshark?: { readonly rewritten: string | null };
}
