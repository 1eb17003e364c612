import type { CellValue } from '../../shared/contract/cell-values.ts';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { printDuration, printTimeOfDay } from '../../shared/filter/filter-values.ts';
import { parseFilter } from '../../shared/filter/parse-filter.ts';
import { dupOf, qosOf, retainOf } from '../../shared/mqtt/packet-types.ts';
import { answerOf } from '../../shared/session/answer.ts';
import { type ColumnName, isJsonColumn, type JsonColumnName } from '../stores/columns.ts';
import { isMessage, type RowValues } from '../stores/view/cell-values.ts';
import { termsOf, valueTerm } from '../stores/view/filter-terms.ts';

/** Filters of one term each: packets like this one, and those on either side of it. */
export interface CellTerms {
  readonly same: readonly string[];
  readonly around: readonly string[];
}

/**
 * What to filter for and out at a cell: what stands in it first, then what tells the packet from others.
 *
 * @param values of the row, in columns that have values of the payload
 */
export function cellTerms(
  row: PacketRow,
  column: ColumnName | null,
  values?: RowValues,
): CellTerms {
  const own = column === null ? nothing : ownTerms(row, column, values);
  const same = [...new Set([...own.same, ...termsOf(row)])];
  return {
    same: same.filter((term) => parseFilter(term).ok),
    around: own.around.filter((term) => parseFilter(term).ok),
  };
}

const nothing: CellTerms = { same: [], around: [] };

const around = (key: string, value: string | number) => [`${key}>=${value}`, `${key}<=${value}`];

function ownTerms(row: PacketRow, column: ColumnName, values: RowValues | undefined): CellTerms {
  if (isJsonColumn(column)) return valueTerms(column, values?.[column] ?? null);
  const beginningWith = (...keys: string[]) =>
    termsOf(row).filter((term) => keys.some((key) => term.startsWith(`${key}:`)));
  switch (column) {
    case 'number':
      return { same: [`no:${row.row + 1}`], around: around('no', row.row + 1) };
    case 'time':
    case 'delta':
      return { same: [], around: around('time', clockOf(row.time)) };
    case 'gap':
      return row.gap === undefined
        ? nothing
        : { same: [], around: around('gap', printDuration(row.gap)) };
    case 'connection':
      return { same: [`conn:${row.connection}`], around: around('conn', row.connection) };
    case 'qos':
      return { same: flagTerms(row), around: [] };
    case 'direction':
      return { same: beginningWith('dir'), around: [] };
    case 'type':
      return { same: beginningWith('type'), around: [] };
    case 'id':
      return { same: beginningWith('id'), around: [] };
    case 'topic':
      return { same: [...beginningWith('topic', 'code'), ...flagTerms(row)], around: [] };
    case 'size':
      return { same: [`size:${row.size}`], around: around('size', row.size) };
    case 'answer':
      return answerTerms(row);
  }
}

function valueTerms(column: JsonColumnName, value: CellValue | null): CellTerms {
  if (value === null) return nothing;
  const { kind, text, cut } = value;
  return {
    same: [valueTerm(column, value)],
    around: kind === 'number' && !cut ? [`${column}>=${text}`, `${column}<=${text}`] : [],
  };
}

/** What stands beside a topic. */
function flagTerms(row: PacketRow): string[] {
  if (!isMessage(row)) return [];
  const { header } = row;
  return [
    `qos:${qosOf(header)}`,
    ...(retainOf(header) ? ['is:retained'] : []),
    ...(dupOf(header) ? ['is:dup'] : []),
  ];
}

function answerTerms(row: PacketRow): CellTerms {
  if (row.unanswered) return { same: ['is:unanswered'], around: [] };
  const answer = answerOf(row);
  return { same: [], around: answer ? around('rtt', printDuration(answer.after)) : [] };
}

/** The local time of day as the filter reads it, to the microsecond. */
function clockOf(time: number): string {
  const date = new Date(time / 1_000);
  const seconds = (date.getHours() * 60 + date.getMinutes()) * 60 + date.getSeconds();
  return printTimeOfDay({ at: seconds * 1_000_000 + (time % 1_000_000), span: 1 });
}
