import type { CompiledFilter } from '../../../../shared/filter/compile-filter.ts';
import type { Capture } from '../capture.ts';
import { captureColumns } from '../filter-columns.ts';
import { FilterPayloads } from '../filter-payloads.ts';
import { SLICE_MS, Turns } from '../view-turns.ts';

/** Rows gone through at once: little enough that a live session is not kept waiting. */
const ROWS = 200;

export interface RowBatch {
  /** Those that were chosen. */
  readonly rows: readonly number[];
  /** How many rows were gone through by now. */
  readonly done: number;
}

/**
 * The first `end` rows of a capture that match a filter, or all of them without one. What matches is
 * decided as the search comes to it; an answer that comes later changes nothing.
 */
export async function* chosenRows(
  capture: Capture,
  filter: CompiledFilter | null,
  end: number,
): AsyncGenerator<RowBatch> {
  const columns = captureColumns(capture);
  const payloads = new FilterPayloads(capture);
  const searched = async (match: CompiledFilter, row: number) => {
    if (payloads.of(row) === null) await payloads.load(row);
    const payload = payloads.of(row);
    return payload !== null && match.matchesPayload(columns, row, payload);
  };
  const turns = new Turns();
  let turnBegan = performance.now();
  try {
    for (let start = 0; start < end; start += ROWS) {
      const done = Math.min(start + ROWS, end);
      const rows: number[] = [];
      for (let row = start; row < done; row += 1) {
        if (filter === null || (filter.matches(columns, row) ?? (await searched(filter, row)))) {
          rows.push(row);
        }
      }
      yield { rows, done };
      if (performance.now() - turnBegan < SLICE_MS) continue;
      await turns.next();
      turnBegan = performance.now();
    }
  } finally {
    await payloads.close();
  }
}
