import { filterProblem } from '../mqtt/topic-filter.ts';
import { createExpressionTest, ExpressionError } from './expression-test.ts';
import {
  type FieldValue,
  type FilterNode,
  filterDirections,
  filterStates,
  filterTypes,
  type NumberKey,
  type NumberRange,
} from './filter-node.ts';
import { FilterSyntaxError } from './filter-syntax-error.ts';
import { parseDuration, parseNumber, parseSize, parseTimeOfDay } from './filter-values.ts';
import type { Token, ValueToken } from './tokenize.ts';

type KeyToken = Extract<Token, { kind: 'key' }>;
type FieldToken = Extract<Token, { kind: 'field' }>;

const numberKinds: Readonly<
  Record<NumberKey, { readonly parse: (text: string) => number | null; readonly expected: string }>
> = {
  qos: { parse: parseNumber, expected: '<number>' },
  id: { parse: parseNumber, expected: '<number>' },
  no: { parse: parseNumber, expected: '<number>' },
  conn: { parse: parseNumber, expected: '<number>' },
  size: { parse: parseSize, expected: '<size>' },
  code: { parse: parseNumber, expected: '<number>' },
  rtt: { parse: parseDuration, expected: '<duration>' },
  since: { parse: parseDuration, expected: '<duration>' },
  gap: { parse: parseDuration, expected: '<duration>' },
};

/**
 * What a key with its values means.
 *
 * @throws FilterSyntaxError at the operator or the value that the key does not take
 */
export function keyNode(token: KeyToken): FilterNode {
  const { key, comparison } = token;
  if (comparison === '~' || key === 'text') return expressionNode(token);
  switch (key) {
    case 'type':
      return { kind: 'type', types: named(token, filterTypes) };
    case 'dir':
      return { kind: 'direction', directions: named(token, filterDirections) };
    case 'is':
      return { kind: 'state', states: named(token, filterStates) };
    case 'topic':
      onlyEquals(token);
      return { kind: 'topic', topics: token.values.map(topicValue) };
    case 'with':
      onlyEquals(token);
      return { kind: 'exchange', numbers: compared(token, parseNumber, '<number>') };
    case 'time':
      return { kind: 'time', comparison, values: compared(token, parseTimeOfDay, '<time>') };
    default: {
      const { parse, expected } = numberKinds[key];
      const read = (text: string) => numberRange(text, parse, comparison === '=');
      return { kind: 'number', key, comparison, values: compared(token, read, expected) };
    }
  }
}

/** `17`, or `17-42` where a range may stand; null for anything else and for a range that is empty. */
function numberRange(
  text: string,
  parse: (text: string) => number | null,
  mayBeRange: boolean,
): NumberRange | null {
  const dash = mayBeRange ? text.indexOf('-') : -1;
  const low = parse(dash < 0 ? text : text.slice(0, dash));
  const high = dash < 0 ? low : parse(text.slice(dash + 1));
  return low === null || high === null || high < low ? null : { low, high };
}

/** What a path into a JSON payload means. */
export function fieldNode({ path, test }: FieldToken): FilterNode {
  if (test === null) return { kind: 'field', path, test };
  const { comparison } = test;
  const value = comparison === '~' ? expressionValue(test.value) : fieldValue(test.value);
  return { kind: 'field', path, test: { comparison, value } };
}

/** `topic~` and `text~`: no other key has one, and `text` has nothing else. */
function expressionNode({ key, comparison, operator, values }: KeyToken): FilterNode {
  const [value] = values;
  const isExpected = comparison === '~' && (key === 'topic' || key === 'text');
  if (!isExpected || value === undefined) {
    throw new FilterSyntaxError(operator.start, operator.end, [key === 'text' ? '~' : ':']);
  }
  return { kind: 'expression', within: key, source: expressionValue(value) };
}

/** @throws FilterSyntaxError where it is wrong as a regular expression */
function expressionValue(token: ValueToken): string {
  try {
    createExpressionTest(token.text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { start, end, expected } = error;
    throw new FilterSyntaxError(placeIn(token, start), placeIn(token, end), expected);
  }
  return token.text;
}

/** Where a character of a value stands in the filter, which may have backslashes before some. */
function placeIn({ typed, quoted, start }: ValueToken, position: number): number {
  if (!quoted) return start + position;
  let at = 0;
  for (let count = 0; count < position; count += 1) at += /^\\["\\]/.test(typed.slice(at)) ? 2 : 1;
  return start + 1 + at;
}

function onlyEquals({ comparison, operator }: KeyToken): void {
  if (comparison !== '=') throw new FilterSyntaxError(operator.start, operator.end, [':']);
}

function named<T extends string>(token: KeyToken, names: readonly T[]): T[] {
  onlyEquals(token);
  return token.values.map(({ text, start, end }) => {
    const name = names.find((known) => known === text.toLowerCase());
    if (name === undefined) throw new FilterSyntaxError(start, end, names);
    return name;
  });
}

function topicValue({ text, start, end }: ValueToken): string {
  const problem = filterProblem(text);
  if (problem !== null) throw new FilterSyntaxError(start, end, ['<topic filter>']);
  return text;
}

function compared<T>(token: KeyToken, parse: (text: string) => T | null, expected: string): T[] {
  const [, second] = token.values;
  if (token.comparison !== '=' && second !== undefined) {
    throw new FilterSyntaxError(second.start, second.end, ['<one value>']);
  }
  return token.values.map(({ text, start, end }) => {
    const value = parse(text);
    if (value === null) throw new FilterSyntaxError(start, end, [expected]);
    return value;
  });
}

const JSON_NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** Bare numbers, `true`, `false` and `null` are such; everything else, and all in quotes, is text. */
function fieldValue({ text, quoted }: ValueToken): FieldValue {
  if (quoted) return text;
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return JSON_NUMBER.test(text) && Number.isFinite(Number(text)) ? Number(text) : text;
}
