// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row (ARIA grid pattern)
import { IconBookmarkFilled, IconStopwatch } from '@tabler/icons-react';
import { memo } from 'react';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { type ColumnName, isJsonColumn } from '../stores/columns.ts';
import type { PlacedColumn } from './columns.ts';
import { type CellSource, cellOf, type RowMark } from './row-cells.tsx';
import classes from './row-view.module.css';
import type { Break } from './use-breaks.ts';
import type { RowWords } from './use-row-words.ts';

interface Props extends Omit<CellSource, 'row'> {
  /** Where the row stands in the view. */
  readonly position: number;
  /** Its number in the capture; undefined while that is not known. */
  readonly number: number | undefined;
  /** undefined until it has come. */
  readonly row: PacketRow | undefined;
  /** The note of its bookmark, which may be empty; undefined without one. */
  readonly note: string | undefined;
  /** What a problem says at it. */
  readonly mark: RowMark | null;
  /** The connection that ended before it; null for none. */
  readonly lost: Break | null;
  /** Times are measured from it. */
  readonly isReference: boolean;
  readonly columns: readonly PlacedColumn[];
  /** The one that the details show and keys act on. */
  readonly selected: boolean;
  /** What is done with the selection is done with this one: itself, or one of several chosen ones. */
  readonly chosen: boolean;
  /** The cell of the selected row that the keyboard is on; null for the row as a whole. */
  readonly activeColumn: ColumnName | null;
  readonly id: string;
}

/** The element id of a cell, as the grid names the one the keyboard is on; without white space. */
export const cellId = (rowId: string, name: ColumnName) => `${rowId}-${encodeURIComponent(name)}`;

const cellClasses: Readonly<Partial<Record<ColumnName, string | undefined>>> = {
  number: classes.number,
  delta: classes.number,
  gap: classes.number,
  connection: classes.number,
  direction: classes.direction,
  id: classes.number,
  topic: classes.summary,
  size: classes.number,
  answer: classes.answer,
};

/** What a cell means, where that is not what it says. */
function titleOf(name: ColumnName, row: PacketRow, words: RowWords): string | undefined {
  if (name === 'type') return words.plain(row);
  if (name !== 'answer') return undefined;
  return row.unanswered ? words.unanswered : words.answer(row) || undefined;
}

/** One packet of the timeline; its number at most until its row has come. */
export const RowView = memo(function RowView(props: Props) {
  const { position, number, row, note, mark, lost, isReference, ...shown } = props;
  const { columns, selected, chosen, activeColumn, id, ...source } = shown;
  const { words } = source;
  // Written out where the next connection begins; a packet far behind it has no part in the loss.
  const isNext = lost !== null && lost.row === number;
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={position + 1}
      aria-selected={chosen}
      data-selected={selected || undefined}
      aria-busy={!row || undefined}
      data-row={number}
      data-cells={activeColumn !== null || undefined}
      data-break={lost !== null || undefined}
      className={classes.row}
    >
      {columns.map(({ name }, at) => (
        <span
          key={name}
          role="gridcell"
          id={activeColumn === name ? cellId(id, name) : undefined}
          className={isJsonColumn(name) ? classes.value : cellClasses[name]}
          data-column={name}
          data-active={activeColumn === name || undefined}
          title={row && titleOf(name, row, source.words)}
        >
          {at === 0 && lost !== null && (
            <Loss text={lost.text} isWritten={isNext && mark === null} />
          )}
          {at === 0 && (note !== undefined || isReference) && (
            <span className={classes.margin}>
              {note !== undefined && <Bookmark note={note} name={words.bookmarked} />}
              {isReference && <MarginIcon icon={IconStopwatch} text={words.measuredFrom} />}
            </span>
          )}
          {name === 'number'
            ? number !== undefined && number + 1
            : row && cellOf(name, { row, ...source }, mark, isNext ? lost : null)}
        </span>
      ))}
    </div>
  );
});

/** The line above the row, which says what it stands for to who points at it. */
function Loss({ text, isWritten }: { text: string; isWritten: boolean }) {
  return (
    <span className={classes.loss} title={text}>
      {!isWritten && <span className="visually-hidden">{text}</span>}
    </span>
  );
}

function Bookmark({ note, name }: { note: string; name: string }) {
  return <MarginIcon icon={IconBookmarkFilled} text={note === '' ? name : `${name}: ${note}`} />;
}

/** Stands in the row's margin, whatever its first column is. */
function MarginIcon({ icon: Icon, text }: { icon: typeof IconStopwatch; text: string }) {
  return (
    <span title={text}>
      <Icon size="0.625rem" aria-hidden />
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
