import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CELL_BYTES_MAX } from '../../../shared/contract/cell-values.ts';
import type { CommandInput } from '../../../shared/contract/commands.ts';
import type { Door } from '../../../shared/contract/door.ts';
import type { JsonColumnName } from '../columns.ts';
import { type CellValues, createCellValues } from './cell-values.ts';
import { aRow, rowsFrom } from './test-rows.ts';

type Question = CommandInput<'packet.values'>;

let asked: Question[];
let fails: boolean;
/** Answers with the row and the path. */
const door = {
  invoke: async (_name: string, { rows, paths, ...input }: Question) => {
    asked.push({ ...input, rows, paths });
    if (fails) return { ok: false, error: { code: 'not-found', message: 'gone' } };
    const answer = (row: number, path: readonly (string | number)[]) =>
      path[0] === 'none' ? null : { kind: 'string', text: `${row} ${path.join()}`, cut: false };
    const values = rows.map((row) => paths.map((path) => answer(row, path)));
    return { ok: true, value: { values } };
  },
} as unknown as Pick<Door, 'invoke'>;

const valuesOf = (...columns: JsonColumnName[]): CellValues =>
  createCellValues(door, 'capture-1', columns);
const askedRows = () => asked.map(({ rows }) => rows);

beforeEach(() => {
  asked = [];
  fails = false;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('the values of the rows in sight', () => {
  it('come by their columns, and tell that they have come', async () => {
    const values = valuesOf('$.a', '$.none');
    expect(values.of(aRow(7))).toBeUndefined();
    values.show([aRow(7)]);
    await vi.runAllTimersAsync();
    expect(asked).toEqual([{ captureId: 'capture-1', rows: [7], paths: [['a'], ['none']] }]);
    expect(values.of(aRow(7))).toEqual({
      '$.a': { kind: 'string', text: '7 a', cut: false },
      '$.none': null,
    });
    expect(values.store.getState().revision).toBe(1);
    expect(values.of(aRow(7))).toBe(values.of(aRow(7)));
  });

  it('are asked for once, and of messages of a size that is read alone', async () => {
    const values = valuesOf('$.a');
    const rows = [
      aRow(1),
      undefined,
      aRow(2, { header: 0xc0 }),
      aRow(3, { broken: true }),
      aRow(4, { size: CELL_BYTES_MAX + 1 }),
      aRow(5),
    ];
    values.show(rows);
    values.show(rows);
    await vi.runAllTimersAsync();
    values.show(rows);
    await vi.runAllTimersAsync();
    expect(askedRows()).toEqual([[1, 5]]);
  });

  it('are asked for ten times a second at most, of what is in sight by then', async () => {
    const values = valuesOf('$.a');
    for (let first = 0; first < 1_000; first += 10) {
      values.show(rowsFrom(first, 10));
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(askedRows().length).toBeLessThanOrEqual(11);
    expect(askedRows().map(([first]) => first)).toEqual(
      [...askedRows().map(([first]) => first)].sort((a = 0, b = 0) => a - b),
    );
    await vi.runAllTimersAsync();
    expect(values.of(aRow(999))).toBeDefined();
  });

  it('are never asked for without a column', async () => {
    const values = valuesOf();
    values.show(rowsFrom(0, 10));
    expect(await values.read([aRow(3)])).toEqual([undefined]);
    await vi.runAllTimersAsync();
    expect(asked).toEqual([]);
  });

  it('are kept of a bounded number of rows', async () => {
    const values = valuesOf('$.a');
    for (let first = 0; first < 5_000; first += 100) {
      values.show(rowsFrom(first, 100));
      await vi.runAllTimersAsync();
    }
    const kept = rowsFrom(0, 5_000).filter((row) => values.of(row) !== undefined);
    expect(kept).toHaveLength(1_000);
    expect(kept[0]?.row).toBe(4_000);
  });

  it('are not asked for again and again where they cannot be had', async () => {
    fails = true;
    const values = valuesOf('$.a');
    values.show([aRow(1)]);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(1);
    fails = false;
    values.show([aRow(1)]);
    await vi.runAllTimersAsync();
    expect(values.of(aRow(1))).toBeDefined();
  });
});

describe('the values of rows that are read', () => {
  it('are those of rows out of sight too, however many, and only of rows that have any', async () => {
    const values = valuesOf('$.a');
    const ping = aRow(500, { header: 0xc0 });
    const read = await values.read([...rowsFrom(0, 500), ping]);
    expect(read.map((row) => row?.['$.a']?.text)).toEqual([
      ...rowsFrom(0, 500).map(({ row }) => `${row} a`),
      undefined,
    ]);
    expect(askedRows().map((rows) => rows.length)).toEqual([200, 200, 100]);
  });

  it('are not asked for again where they were in sight', async () => {
    const values = valuesOf('$.a');
    values.show(rowsFrom(0, 3));
    await vi.runAllTimersAsync();
    expect((await values.read(rowsFrom(1, 3))).map((row) => row?.['$.a']?.text)).toEqual([
      '1 a',
      '2 a',
      '3 a',
    ]);
    expect(askedRows()).toEqual([[0, 1, 2], [3]]);
  });

  it('are refused where they cannot be had', async () => {
    fails = true;
    await expect(valuesOf('$.a').read([aRow(1)])).rejects.toThrow('not-found');
  });
});
