// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row (ARIA grid pattern)
import { IconBookmarkFilled } from '@tabler/icons-react';
import { memo } from 'react';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { type ColumnName, isJsonColumn } from '../stores/columns.ts';
import type { PlacedColumn } from './columns.ts';
import { type CellSource, cellOf, type RowMark } from './row-cells.tsx';
import classes from './row-view.module.css';
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
  /** What a problem, or the end of a connection, says at it. */
  readonly mark: RowMark | null;
  /** The connection ended before it. */
  readonly afterBreak: boolean;
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
  return name === 'answer' ? words.answer(row) || undefined : undefined;
}

/** One packet of the timeline; its number at most until its row has come. */
export const RowView = memo(function RowView(props: Props) {
  const { position, number, row, note, mark, afterBreak, ...shown } = props;
  const { columns, selected, chosen, activeColumn, id, ...source } = shown;
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
      data-break={afterBreak || undefined}
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
          {at === 0 && note !== undefined && (
            <Bookmark note={note} name={source.words.bookmarked} />
          )}
          {name === 'number'
            ? number !== undefined && number + 1
            : row && cellOf(name, { row, ...source }, mark)}
        </span>
      ))}
    </div>
  );
});

/** Stands in the row's margin, whatever its first column is. */
function Bookmark({ note, name }: { note: string; name: string }) {
  const text = note === '' ? name : `${name}: ${note}`;
  return (
    <span className={classes.bookmark} title={text}>
      <IconBookmarkFilled size="0.625rem" aria-hidden />
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
