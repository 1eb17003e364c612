import type { PacketRow } from '../../../../shared/contract/packets.ts';
import { printPath } from '../../../../shared/filter/print-filter.ts';
import { isoTime } from '../../../../shared/iso-time.ts';
import { decodePacket } from '../../../../shared/mqtt/decode-packet.ts';
import { dupOf, packetTypeOf, qosOf, retainOf } from '../../../../shared/mqtt/packet-types.ts';
import { isReadableText } from '../../../../shared/mqtt/readable-text.ts';
import { answerOf } from '../../../../shared/session/answer.ts';
import type { Capture } from '../capture.ts';
import { type PayloadPath, type PayloadValue, payloadValues } from '../payload-values.ts';
import { PacketReader, type RecordedPacket } from './packet-reader.ts';

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
  'Payload',
  'Payload format',
] as const;

/** The columns' names, as RFC 4180 has a record. */
export const csvHeader = (paths: readonly PayloadPath[]): string =>
  record([...COLUMNS, ...paths.map(printPath)]);

/** The timeline's rows as they were chosen, with what its columns show and with their payloads. */
export class CsvWriter {
  readonly head: string;
  readonly connects = 0;
  private readonly capture: Capture;
  private readonly paths: readonly PayloadPath[];
  private readonly reader: PacketReader;
  private before: number | null = null;

  constructor(capture: Capture, paths: readonly PayloadPath[]) {
    this.capture = capture;
    this.paths = paths;
    this.reader = new PacketReader(capture);
    this.head = csvHeader(paths);
  }

  async packet(number: number): Promise<string> {
    const [row] = this.capture.rows(number, 1);
    if (row === undefined) return '';
    const text = csvRecord(row, this.before, ...(await this.message(row)));
    this.before = row.time;
    return text;
  }

  /** The payload of a row, and what of it has columns of its own. */
  private async message(row: PacketRow): Promise<[CsvPayload | null, (PayloadValue | null)[]]> {
    const { paths } = this;
    if (!isMessage(row)) return [null, paths.map(() => null)];
    const packet = await this.reader.read(row.row);
    const values = paths.length === 0 ? [] : payloadValues(packet.bytes, packet.level, paths);
    return [payloadOf(packet), values];
  }
}

/** A payload as CSV has it, whole. */
interface CsvPayload {
  readonly text: string;
  readonly format: 'text' | 'hex';
}

/** Text where JSON lines have text, otherwise hexadecimal digits; null where a PUBLISH ends before it. */
function payloadOf({ bytes, level }: RecordedPacket): CsvPayload | null {
  const { payload } = decodePacket(bytes, { level });
  if (payload === null) return null;
  const message = bytes.subarray(payload.start, payload.end);
  if (isReadableText(message)) return { text: message.toString(), format: 'text' };
  return { text: message.toString('hex').replaceAll(/..(?=.)/g, '$& '), format: 'hex' };
}

const isMessage = ({ header, broken }: PacketRow) => packetTypeOf(header) === 'PUBLISH' && !broken;

/**
 * A row of the timeline as RFC 4180 has a record.
 *
 * @param timeBefore time of the row before in microseconds, or null for the first
 * @param payload of a PUBLISH
 * @param values what of its payload has columns of its own
 */
export function csvRecord(
  row: PacketRow,
  timeBefore: number | null,
  payload: CsvPayload | null = null,
  values: readonly (PayloadValue | null)[] = [],
): string {
  const { header } = row;
  const answer = answerOf(row);
  const type = packetTypeOf(header);
  const publish = isMessage(row);
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
    payload?.text ?? null,
    payload?.format ?? null,
    ...values,
  ]);
}

type Value = string | number | PayloadValue | null;

function record(values: readonly Value[]): string {
  return `${values.map((value) => field(value)).join(',')}\r\n`;
}

/**
 * Texts that a spreadsheet would take for a formula get a leading apostrophe: topics and payloads come
 * from whoever publishes, and must not run on the machine of whoever opens the file.
 */
function field(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return value.kind === 'number' ? value.text : field(value.text);
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
