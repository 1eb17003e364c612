import type { ExportFormat } from '../../../../shared/contract/transfers.ts';
import type { CompiledFilter } from '../../../../shared/filter/compile-filter.ts';
import type { Capture } from '../capture.ts';
import type { PayloadPath } from '../payload-values.ts';
import { chosenRows } from './chosen-rows.ts';
import { CsvWriter } from './csv.ts';
import { JsonLineWriter } from './json-lines.ts';
import { copyOf } from './pcapng-copy.ts';
import { PcapngWriter } from './pcapng-writer.ts';

/** A piece of the file, and what is in the file with it. */
export interface ContentPiece {
  readonly data: string | Buffer;
  /** Packets gone through, or bytes of the capture's file where it is copied. */
  readonly done: number;
  readonly packets: number;
  /** CONNECT packets besides these. */
  readonly connects: number;
}

/** Writes packets in one format, one after the other. */
export interface PacketWriter {
  /** What the file begins with. */
  readonly head: string | Buffer;
  /** CONNECT packets written so far besides those asked for. */
  readonly connects: number;
  packet(row: number): Promise<string | Buffer>;
}

/** What is exported: what comes later is not. */
export interface ExportRange {
  /** Packets of the capture, and bytes of its file. */
  readonly captured: number;
  readonly bytes: number;
}

const writers = {
  pcapng: PcapngWriter,
  jsonl: JsonLineWriter,
  csv: CsvWriter,
} as const satisfies Record<
  ExportFormat,
  new (
    capture: Capture,
    paths: readonly PayloadPath[],
  ) => PacketWriter
>;

/** The whole capture as pcapng is a copy of its file: segment for segment, with every FIN. */
const isCopy = (format: ExportFormat, filter: CompiledFilter | null) =>
  format === 'pcapng' && filter === null;

/** What `done` will be in the end. */
export function exportTotal(
  format: ExportFormat,
  filter: CompiledFilter | null,
  { captured, bytes }: ExportRange,
): number {
  return isCopy(format, filter) ? bytes : captured;
}

/**
 * The content of an exported file, piece by piece; each gives the session its turn.
 *
 * @param paths what of JSON payloads has columns of its own, in CSV
 */
export async function* exportContent(
  capture: Capture,
  format: ExportFormat,
  filter: CompiledFilter | null,
  { captured, bytes }: ExportRange,
  paths: readonly PayloadPath[] = [],
): AsyncGenerator<ContentPiece> {
  if (isCopy(format, filter)) {
    for await (const piece of copyOf(capture, bytes)) {
      yield { ...piece, packets: captured, connects: 0 };
    }
    return;
  }
  const writer = new writers[format](capture, paths);
  let packets = 0;
  yield { data: writer.head, done: 0, packets, connects: 0 };
  for await (const { rows, done } of chosenRows(capture, filter, captured)) {
    for (const row of rows) {
      const data = await writer.packet(row);
      packets += 1;
      yield { data, done: row + 1, packets, connects: writer.connects };
    }
    // Where nothing matches, this is what tells of progress and lets the export be cancelled.
    yield { data: '', done, packets, connects: writer.connects };
  }
}
