import type { PacketRow } from '../../shared/contract/packets.ts';
import { packetTypeOf } from '../../shared/mqtt/packet-types.ts';
import { answerOf } from '../../shared/session/answer.ts';
import { formatBytes, formatDuration } from '../components/format.ts';
import { codeText } from '../components/packet-summary.ts';
import { deltaText, timeText } from '../components/time-text.ts';
import type { ColumnName, PlacedColumn } from './columns.ts';
import type { CellSource } from './row-cells.tsx';
import type { RowWords } from './use-row-words.ts';

/** A row as text, its columns as they are shown with a tab between them. */
export function rowText(columns: readonly PlacedColumn[], source: CellSource): string {
  return columns.map(({ name }) => cellText(name, source)).join('\t');
}

function cellText(name: ColumnName, { row, timeBefore, scale, words }: CellSource): string {
  switch (name) {
    case 'number':
      return String(row.row + 1);
    case 'time':
      return timeText(row, timeBefore, scale);
    case 'delta':
      return deltaText(row.time, timeBefore);
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

function answerText(row: PacketRow, words: RowWords): string {
  if (row.unanswered) return words.unanswered;
  const answer = answerOf(row);
  return answer ? `#${answer.row + 1} ${formatDuration(answer.after / 1_000)}` : '';
}
