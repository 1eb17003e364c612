import type { PacketRow } from '../../../../shared/contract/packets.ts';
import { isoTime } from '../../../../shared/iso-time.ts';
import { dupOf, packetTypeOf, qosOf, retainOf } from '../../../../shared/mqtt/packet-types.ts';
import { answerOf } from '../../../../shared/session/answer.ts';
import type { Capture } from '../capture.ts';

const COLUMNS = [
  'No.',
  'Time',
  'Delta (ms)',
  'Direction',
  'Type',
  'QoS',
  'DUP',
  'Retain',
  'Packet ID',
  'Topic',
  'Size (bytes)',
  'Code',
  'Answer No.',
  'Round trip (ms)',
  'Unanswered',
] as const;

/** The columns' names, as RFC 4180 has a record. */
export const csvHeader = record([...COLUMNS]);

/** The timeline's rows as they were chosen, with what its columns show. */
export class CsvWriter {
  readonly head = csvHeader;
  readonly connects = 0;
  private readonly capture: Capture;
  private before: number | null = null;

  constructor(capture: Capture) {
    this.capture = capture;
  }

  async packet(number: number): Promise<string> {
    const [row] = this.capture.rows(number, 1);
    if (row === undefined) return '';
    const text = csvRecord(row, this.before);
    this.before = row.time;
    return text;
  }
}

/**
 * A row of the timeline as RFC 4180 has a record.
 *
 * @param timeBefore time of the row before in microseconds, or null for the first
 */
export function csvRecord(row: PacketRow, timeBefore: number | null): string {
  const { header } = row;
  const answer = answerOf(row);
  const type = packetTypeOf(header);
  const publish = type === 'PUBLISH' && !row.broken;
  return record([
    row.row + 1,
    isoTime(row.time),
    timeBefore === null ? null : (row.time - timeBefore) / 1000,
    row.direction,
    row.broken ? 'BROKEN' : type,
    publish ? qosOf(header) : null,
    publish ? Number(dupOf(header)) : null,
    publish ? Number(retainOf(header)) : null,
    row.packetId,
    row.topic,
    row.size,
    row.code,
    answer && answer.row + 1,
    answer && answer.after / 1000,
    row.unanswered ? 1 : null,
  ]);
}

function record(values: readonly (string | number | null)[]): string {
  return `${values.map((value) => field(value)).join(',')}\r\n`;
}

/**
 * Texts that a spreadsheet would take for a formula get a leading apostrophe: a topic comes from
 * whoever publishes to it, and must not run on the machine of whoever opens the file.
 */
function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
