import type { ExportFormat } from '../../../../shared/contract/transfers.ts';
import type { Capture } from '../capture.ts';
import { csvHeader, csvRecord } from './csv.ts';
import { jsonLine } from './json-lines.ts';
import { packetsOf } from './packets-of.ts';

const COPY_BYTES = 256 * 1024;
/** Rows of CSV made at once: little enough that a live session is not kept waiting. */
const ROWS = 500;

/** A piece of the file, and how much of the capture is in the file with it. */
export interface ContentPiece {
  readonly data: string | Buffer;
  readonly done: number;
}

/** What there is to do, in packets, or in bytes for `pcapng`: what comes later is not exported. */
export function exportTotal(capture: Capture, format: ExportFormat): number {
  return format === 'pcapng' ? capture.bytes : capture.log.index.length;
}

/** The content of an exported file, piece by piece; each gives the session its turn. */
export function exportContent(
  capture: Capture,
  format: ExportFormat,
  total: number,
): AsyncGenerator<ContentPiece> {
  if (format === 'pcapng') return copy(capture, total);
  return format === 'csv' ? csv(capture, total) : jsonLines(capture, total);
}

async function* copy({ log }: Capture, total: number): AsyncGenerator<ContentPiece> {
  for (let position = 0; position < total; position += COPY_BYTES) {
    const data = await log.readRange(position, Math.min(COPY_BYTES, total - position));
    yield { data, done: position + data.length };
  }
}

async function* csv(capture: Capture, total: number): AsyncGenerator<ContentPiece> {
  yield { data: csvHeader, done: 0 };
  let before: number | null = null;
  for (let start = 0; start < total; start += ROWS) {
    let data = '';
    for (const row of capture.rows(start, Math.min(ROWS, total - start))) {
      data += csvRecord(row, before);
      before = row.time;
    }
    yield { data, done: Math.min(start + ROWS, total) };
  }
}

async function* jsonLines(capture: Capture, total: number): AsyncGenerator<ContentPiece> {
  for await (const packet of packetsOf(capture, total)) {
    yield { data: jsonLine(packet), done: packet.row.row + 1 };
  }
}
