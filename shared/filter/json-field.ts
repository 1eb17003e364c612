import { createExpressionTest, type ExpressionTest } from './expression-test.ts';
import type { FieldComparison, FieldValue } from './filter-node.ts';

/** The value at a path of a parsed JSON text; undefined where there is none. */
export function fieldAt(json: unknown, path: readonly (string | number)[]): unknown {
  let value = json;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) value = typeof part === 'number' ? value[part] : undefined;
    else value = Object.hasOwn(value, part) ? (value as Record<string, unknown>)[part] : undefined;
  }
  return value;
}

/**
 * The test that the value of a field is put to. A number is compared with numbers and with texts that
 * are numbers (Alink writes ids as texts); a text with texts, letter by letter; objects and arrays
 * equal nothing. `:` looks into texts without regard to case, and into an array's elements. So does
 * `~`, which also takes a number, `true` and `false` as they are written.
 */
export function fieldTest(
  comparison: FieldComparison,
  wanted: FieldValue,
): (value: unknown) => boolean {
  switch (comparison) {
    case '=':
      return (value) => equals(value, wanted);
    case '!=':
      return (value) => !equals(value, wanted);
    case ':':
      return (value) => contains(value, wanted);
    case '~': {
      const test = createExpressionTest(String(wanted));
      return (value) => holdsMatch(value, test);
    }
    default:
      return (value) => ordered(value, comparison, wanted);
  }
}

function holdsMatch(value: unknown, test: ExpressionTest): boolean {
  if (Array.isArray(value)) return value.some((element) => holdsMatch(element, test));
  return typeof value !== 'object' && test(String(value));
}

function equals(value: unknown, wanted: FieldValue): boolean {
  return value === wanted || (typeof wanted === 'number' && numberOf(value) === wanted);
}

function contains(value: unknown, wanted: FieldValue): boolean {
  if (Array.isArray(value)) return value.some((element) => contains(element, wanted));
  if (typeof value === 'string' && wanted !== null) {
    return value.toLowerCase().includes(String(wanted).toLowerCase());
  }
  return equals(value, wanted) || (typeof wanted === 'string' && String(value) === wanted);
}

function ordered(value: unknown, comparison: '>' | '<' | '>=' | '<=', wanted: FieldValue): boolean {
  if (typeof wanted === 'number') {
    const number = numberOf(value);
    return number !== null && compare(number, comparison, wanted);
  }
  return (
    typeof wanted === 'string' && typeof value === 'string' && compare(value, comparison, wanted)
  );
}

function compare<T extends number | string>(
  value: T,
  comparison: '>' | '<' | '>=' | '<=',
  wanted: T,
): boolean {
  if (comparison === '>') return value > wanted;
  if (comparison === '<') return value < wanted;
  return comparison === '>=' ? value >= wanted : value <= wanted;
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : null;
}
