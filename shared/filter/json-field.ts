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
 * Whether the value of a field passes a test. A number is compared with numbers and with texts that
 * are numbers (Alink writes ids as texts); a text with texts, letter by letter; objects and arrays
 * equal nothing. `:` looks into texts without regard to case, and into an array's elements.
 */
export function passes(value: unknown, comparison: FieldComparison, wanted: FieldValue): boolean {
  if (value === undefined) return false;
  switch (comparison) {
    case '=':
      return equals(value, wanted);
    case '!=':
      return !equals(value, wanted);
    case ':':
      return contains(value, wanted);
    default:
      return ordered(value, comparison, wanted);
  }
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
