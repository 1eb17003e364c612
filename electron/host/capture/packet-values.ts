import {
  CELL_BYTES_MAX,
  CELL_CHARACTERS_MAX,
  type CellValue,
} from '../../../shared/contract/cell-values.ts';
import { packetTypeNumbers } from '../../../shared/mqtt/packet-types.ts';
import type { PacketLog } from './packet-log.ts';
import { type PayloadPath, payloadValues } from './payload-values.ts';
import { SLICE_MS, type Turns } from './view-turns.ts';

type Values = (CellValue | null)[];

/**
 * What stands at some paths of the payloads of some rows, in their order; null where there is nothing.
 * Reads those packets alone, in slices: the last ones of a live capture are still in memory.
 */
export async function packetValues(
  log: PacketLog,
  rows: readonly number[],
  paths: readonly PayloadPath[],
  turns: Turns,
): Promise<Values[]> {
  const values: Values[] = [];
  let until = performance.now() + SLICE_MS;
  for (const row of rows) {
    if (performance.now() >= until) {
      await turns.next();
      until = performance.now() + SLICE_MS;
    }
    values.push(await valuesOf(log, row, paths));
  }
  return values;
}

async function valuesOf(
  log: PacketLog,
  row: number,
  paths: readonly PayloadPath[],
): Promise<Values> {
  const { index } = log;
  const isRead =
    row < index.length &&
    index.header(row) >> 4 === packetTypeNumbers.PUBLISH &&
    !index.broken(row) &&
    index.size(row) <= CELL_BYTES_MAX;
  if (!isRead) return paths.map(() => null);
  const packet = await log.read(row, CELL_BYTES_MAX);
  return payloadValues(packet, log.level(row), paths).map(
    (value) =>
      value && {
        kind: value.kind,
        text: value.text.slice(0, CELL_CHARACTERS_MAX),
        cut: value.text.length > CELL_CHARACTERS_MAX,
      },
  );
}
