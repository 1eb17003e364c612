import { nodeAt, readJsonText } from '../../../shared/alibaba/messages/json-text.ts';
import {
  CELL_BYTES_MAX,
  CELL_CHARACTERS_MAX,
  type CellValue,
} from '../../../shared/contract/cell-values.ts';
import { fieldAt } from '../../../shared/filter/json-field.ts';
import { packetTypeNumbers } from '../../../shared/mqtt/packet-types.ts';
import { payloadOf } from './filter-payloads.ts';
import type { PacketLog } from './packet-log.ts';
import { SLICE_MS, type Turns } from './view-turns.ts';

type Path = readonly (string | number)[];
type Values = (CellValue | null)[];

/**
 * What stands at some paths of the payloads of some rows, in their order; null where there is nothing.
 * Reads those packets alone, in slices: the last ones of a live capture are still in memory.
 */
export async function packetValues(
  log: PacketLog,
  rows: readonly number[],
  paths: readonly Path[],
  turns: Turns,
): Promise<Values[]> {
  const values: Values[] = [];
  let until = performance.now() + SLICE_MS;
  for (const row of rows) {
    if (performance.now() >= until) {
      await turns.next();
      until = performance.now() + SLICE_MS;
    }
    values.push(valuesIn(await payloadText(log, row), paths));
  }
  return values;
}

/** The payload of a PUBLISH that is short enough; empty for any other row. */
async function payloadText(log: PacketLog, row: number): Promise<string> {
  const { index } = log;
  const isRead =
    row < index.length &&
    index.header(row) >> 4 === packetTypeNumbers.PUBLISH &&
    !index.broken(row) &&
    index.size(row) <= CELL_BYTES_MAX;
  if (!isRead) return '';
  const packet = await log.read(row, CELL_BYTES_MAX);
  return Buffer.from(payloadOf(packet, log.level(row))).toString('utf8');
}

/** As the filter finds fields, but written as in the message: `23.0`, and all digits of a number. */
function valuesIn(text: string, paths: readonly Path[]): Values {
  try {
    const json: unknown = JSON.parse(text);
    const found = paths.map((path) => fieldAt(json, path));
    const root = found.some((value) => value !== undefined) && readJsonText(text, false);
    return paths.map((path, at) => {
      const node = root && found[at] !== undefined ? nodeAt(root, path) : null;
      return node && cellValue(found[at], text.slice(node.start, node.end));
    });
  } catch {
    // No JSON, or nested too deep to be gone through.
    return paths.map(() => null);
  }
}

function cellValue(value: unknown, written: string): CellValue {
  const text = typeof value === 'string' ? value : written;
  return {
    kind: kindOf(value),
    text: text.slice(0, CELL_CHARACTERS_MAX),
    cut: text.length > CELL_CHARACTERS_MAX,
  };
}

function kindOf(value: unknown): CellValue['kind'] {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'string' | 'number' | 'boolean' | 'object';
}
