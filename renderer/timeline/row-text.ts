import type { PacketRow } from '../../shared/contract/packets.ts';
import { dupOf, packetTypeOf, qosOf, retainOf } from '../../shared/mqtt/packet-types.ts';
import { answerOf } from '../../shared/session/answer.ts';
import { formatBytes, formatDuration } from '../components/format.ts';
import { codeText } from '../components/packet-summary.ts';
import { deltaText, gapText, timeText } from '../components/time-text.ts';
import { type ColumnName, isJsonColumn, type JsonColumnName } from '../stores/columns.ts';
import { isMessage, isTooLong } from '../stores/view/cell-values.ts';
import type { PlacedColumn } from './columns.ts';
import type { CellSource } from './row-cells.tsx';
import type { RowWords } from './use-row-words.ts';

/** A row as text, its columns as they are shown with a tab between them. */
export function rowText(columns: readonly PlacedColumn[], source: CellSource): string {
  return columns.map(({ name }) => cellText(name, source)).join('\t');
}

function cellText(name: ColumnName, source: CellSource): string {
  const { row, timeBefore, scale, words } = source;
  if (isJsonColumn(name)) return valueText(name, source);
  switch (name) {
    case 'number':
      return String(row.row + 1);
    case 'time':
      return timeText(row, timeBefore, scale);
    case 'delta':
      return deltaText(row.time, timeBefore);
    case 'gap':
      return gapText(row);
    case 'connection':
      return String(row.connection);
    case 'qos':
      return qosText(row, words);
    case 'direction':
      return words[row.direction];
    case 'type':
      return row.broken ? words.notMqtt : packetTypeOf(row.header);
    case 'id':
      return row.packetId === null ? '' : String(row.packetId);
    case 'topic':
      return row.topic ?? codeText(row) ?? '';
    case 'size':
      return formatBytes(row.size);
    case 'answer':
      return answerText(row, words);
  }
}

/** QoS and flags of a message. */
export function qosText(row: PacketRow, words: RowWords): string {
  const { header } = row;
  if (!isMessage(row)) return '';
  const flags = [dupOf(header) && words.dup, retainOf(header) && words.retain];
  return [qosOf(header), ...flags].filter((part) => part !== false).join(' ');
}

/** On one line: a value may have tabs and line breaks. */
function valueText(name: JsonColumnName, { row, values }: CellSource): string {
  const value = values?.[name];
  if (!value) return isTooLong(row) ? '…' : '';
  return `${value.text.replaceAll(/\s+/g, ' ')}${value.cut ? '…' : ''}`;
}

function answerText(row: PacketRow, words: RowWords): string {
  if (row.unanswered) return words.unanswered;
  const answer = answerOf(row);
  return answer ? `#${answer.row + 1} ${formatDuration(answer.after / 1_000)}` : '';
}
