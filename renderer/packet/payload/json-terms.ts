import { CELL_CHARACTERS_MAX, type CellValue } from '../../../shared/contract/cell-values.ts';
import { valueTerm } from '../../stores/view/filter-terms.ts';
import type { JsonPlace } from './json-tree.ts';

/** A term that packets with a value meet, and the one for all others. */
export interface JsonTerms {
  readonly same: string;
  readonly others: string;
}

/** What to filter for and out at a value in a JSON payload; null for the payload as a whole. */
export function jsonTerms({ path, steps, value }: JsonPlace): JsonTerms | null {
  if (steps.length === 0) return null;
  const same = valueTerm(path, cellOf(value));
  return { same, others: `-${same}` };
}

const kinds: Readonly<Record<string, CellValue['kind']>> = {
  '{': 'object',
  '[': 'array',
  '"': 'string',
  t: 'boolean',
  f: 'boolean',
  n: 'null',
};

/** A value as the timeline has it in a cell. */
function cellOf(written: string): CellValue {
  const kind = kinds[written.charAt(0)] ?? 'number';
  const text = kind === 'string' ? (JSON.parse(written) as string) : written;
  return { kind, text, cut: text.length > CELL_CHARACTERS_MAX };
}
