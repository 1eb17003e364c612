import { nodeAt, readJsonText } from '../../../shared/alibaba/messages/json-text.ts';
import type { CellValue } from '../../../shared/contract/cell-values.ts';
import { fieldAt } from '../../../shared/filter/json-field.ts';
import { payloadOf } from './filter-payloads.ts';

export type PayloadPath = readonly (string | number)[];

/** A value of a JSON payload: the characters of a string; of anything else how it is written: `23.0`. */
export type PayloadValue = Pick<CellValue, 'kind' | 'text'>;

/**
 * What stands at some paths of a PUBLISH's payload, in their order; null where there is nothing. As
 * the filter finds fields, but written as in the message, with all digits of a number.
 *
 * @param level the connection's protocol level: 3, 4 or 5
 */
export function payloadValues(
  publish: Uint8Array,
  level: number,
  paths: readonly PayloadPath[],
): (PayloadValue | null)[] {
  const text = Buffer.from(payloadOf(publish, level)).toString('utf8');
  try {
    const json: unknown = JSON.parse(text);
    const found = paths.map((path) => fieldAt(json, path));
    const root = found.some((value) => value !== undefined) && readJsonText(text, false);
    return paths.map((path, at) => {
      const value = found[at];
      const node = root && value !== undefined ? nodeAt(root, path) : null;
      if (node === null) return null;
      const written = text.slice(node.start, node.end);
      return { kind: kindOf(value), text: typeof value === 'string' ? value : written };
    });
  } catch {
    // No JSON, or nested too deep to be gone through.
    return paths.map(() => null);
  }
}

function kindOf(value: unknown): PayloadValue['kind'] {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'string' | 'number' | 'boolean' | 'object';
}
