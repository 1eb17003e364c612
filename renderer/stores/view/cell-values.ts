import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  CELL_BYTES_MAX,
  CELL_ROWS_MAX,
  type CellValue,
} from '../../../shared/contract/cell-values.ts';
import type { Door } from '../../../shared/contract/door.ts';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import { packetTypeOf } from '../../../shared/mqtt/packet-types.ts';
import { type JsonColumnName, pathOf } from '../columns.ts';

/** Milliseconds from an answer to the next question: rows of a followed tail change far more often. */
const REST = 100;
/** Rows whose values are kept; the first that came goes first. */
const KEPT_MAX = 1_000;

/** The values of one row by the columns that they stand in; null where the row has none. */
export type RowValues = Readonly<Record<JsonColumnName, CellValue | null>>;

/** The values of a capture's messages at the paths of some columns, as far as they are in sight. */
export interface CellValues {
  /** Changes when values have come. */
  readonly store: StoreApi<{ readonly revision: number }>;
  /** The values of a row; undefined until they have come, and of rows without any. */
  of(row: PacketRow | undefined): RowValues | undefined;
  /** Says which rows are in sight; what is not known of them is asked for, at most ten times a second. */
  show(rows: readonly (PacketRow | undefined)[]): void;
  /**
   * The values of some rows, in sight or not, in their order; undefined for rows without any. Rejects
   * where they cannot be had.
   */
  read(rows: readonly PacketRow[]): Promise<readonly (RowValues | undefined)[]>;
}

/** Whether a packet has a payload, whatever its size. */
export function isMessage({ header, broken }: PacketRow): boolean {
  return packetTypeOf(header) === 'PUBLISH' && !broken;
}

/** Whether the values of a packet are not looked for, because reading it would hold others up. */
export function isTooLong(row: PacketRow): boolean {
  return isMessage(row) && row.size > CELL_BYTES_MAX;
}

const mayHaveValues = (row: PacketRow) => isMessage(row) && !isTooLong(row);

/** Without columns nothing is asked. */
export function createCellValues(
  door: Pick<Door, 'invoke'>,
  captureId: string,
  columns: readonly JsonColumnName[],
): CellValues {
  const store = createStore(() => ({ revision: 0 }));
  const paths = columns.map(pathOf);
  const kept = new Map<number, RowValues>();
  let sight: readonly (PacketRow | undefined)[] = [];
  let resting = false;

  async function ask(rows: readonly number[]): Promise<ReadonlyMap<number, RowValues>> {
    const result = await door.invoke('packet.values', { captureId, rows: [...rows], paths });
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
    const { values } = result.value;
    return new Map(
      rows.map((row, at) => [
        row,
        Object.fromEntries(columns.map((name, on) => [name, values[at]?.[on] ?? null])),
      ]),
    );
  }

  function keep(values: ReadonlyMap<number, RowValues>): void {
    for (const [row, of] of values) kept.set(row, of);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT_MAX) break;
      kept.delete(oldest);
    }
  }

  const missingOf = (rows: readonly (PacketRow | undefined)[]): number[] =>
    rows.flatMap((row) => (row && mayHaveValues(row) && !kept.has(row.row) ? [row.row] : []));

  async function askForSight(): Promise<void> {
    const missing = missingOf(sight).slice(0, CELL_ROWS_MAX);
    if (resting || missing.length === 0) return;
    resting = true;
    const values = await ask(missing).catch(() => null);
    if (values) {
      keep(values);
      store.setState(({ revision }) => ({ revision: revision + 1 }));
    }
    setTimeout(() => {
      resting = false;
      // What could not be had is asked for again when rows are drawn again.
      if (values) void askForSight();
    }, REST);
  }

  return {
    store,
    of: (row) => row && kept.get(row.row),
    show(rows) {
      if (columns.length === 0) return;
      sight = rows;
      void askForSight();
    },
    async read(rows) {
      const known = new Map(rows.map(({ row }) => [row, kept.get(row)]));
      const missing = columns.length === 0 ? [] : missingOf(rows);
      for (let at = 0; at < missing.length; at += CELL_ROWS_MAX) {
        const values = await ask(missing.slice(at, at + CELL_ROWS_MAX));
        for (const [row, of] of values) known.set(row, of);
      }
      return rows.map(({ row }) => known.get(row));
    },
  };
}
