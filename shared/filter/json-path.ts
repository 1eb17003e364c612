import { parseFilter } from './parse-filter.ts';

/**
 * The path into a JSON payload that a text writes as a filter does, such as `$.params.temperature`;
 * null for any other text.
 */
export function readPath(text: string): readonly (string | number)[] | null {
  const parsed = parseFilter(text);
  if (!parsed.ok || parsed.filter.kind !== 'field' || parsed.filter.test !== null) return null;
  return parsed.filter.path;
}
