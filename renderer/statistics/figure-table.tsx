import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../components/copy-button.tsx';
import classes from './statistics.module.css';
import { tableText } from './table-text.ts';

export interface Column<Row> {
  readonly key: string;
  readonly name: string;
  readonly title?: string;
  /** Figures stand at the right; a long text takes the room that is left, a topic is cut at its start. */
  readonly kind?: 'figure' | 'long' | 'topic';
  /** Narrower than its name, which is then for screen readers and for the copy alone. */
  readonly isNarrow?: boolean;
  /** Where there is little room, the others matter more. */
  readonly minor?: boolean;
  /** What is in the cell; also what is copied. */
  text(row: Row): string;
  /** How it is drawn where the text alone does not do. */
  draw?(row: Row): ReactNode;
}

/** What choosing a row does. */
export interface Choice {
  readonly name: string;
  run(): void;
}

interface Props<Row> {
  readonly name: string;
  /** Empty for none. */
  readonly note?: string;
  /** What is told before the table, by its name. */
  readonly facts?: readonly (readonly [name: string, value: string])[];
  /** The first names its row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Without it a place keeps its row, and with it the focus, whatever comes to stand there. */
  keyOf?(row: Row): string | number;
  /** null for a row that cannot be chosen. */
  choice?(row: Row): Choice;
}

/** Figures in a table that can be copied; a click anywhere in a row chooses it. */
export function FigureTable<Row>(props: Props<Row>) {
  const { name, note = '', facts = [], columns, rows, keyOf, choice } = props;
  const { t } = useTranslation();
  const headingId = useId();
  const text = tableText([
    ...facts,
    columns.map((column) => column.name),
    ...rows.map((row) => columns.map((column) => column.text(row))),
  ]);
  return (
    <section className={classes.section} aria-labelledby={headingId}>
      <div className={classes.heading}>
        <h2 id={headingId}>{name}</h2>
        {note !== '' && <span className={classes.note}>{note}</span>}
        <CopyButton text={text} name={t('statistics.copy', { name })} />
      </div>
      {facts.length > 0 && <Facts facts={facts} />}
      <table className={classes.table} aria-labelledby={headingId}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" title={column.title} {...lookOf(column)}>
                <span className={column.isNarrow ? 'visually-hidden' : undefined}>
                  {column.name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Line
              key={keyOf?.(row) ?? at}
              columns={columns}
              row={row}
              choice={choice?.(row) ?? null}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Facts({ facts }: { facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface LineProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly choice: Choice | null;
}

function Line<Row>({ columns, row, choice }: LineProps<Row>) {
  // For the whole row, as its button lies over the cells: what is cut is there in full.
  const titles = columns.filter(isLong).map((column) => column.text(row));
  if (choice !== null) titles.unshift(choice.name);
  return (
    <tr data-chosen={choice !== null || undefined} title={titles.join('\n') || undefined}>
      {columns.map((column, at) => {
        const drawn = column.draw?.(row) ?? column.text(row);
        const look = lookOf(column);
        if (at > 0)
          return (
            <td key={column.key} {...look}>
              {drawn}
            </td>
          );
        return (
          <th key={column.key} scope="row" {...look}>
            {choice === null ? (
              drawn
            ) : (
              <button
                type="button"
                className={classes.choice}
                aria-label={choice.name}
                onClick={choice.run}
              >
                {drawn}
              </button>
            )}
          </th>
        );
      })}
    </tr>
  );
}

/** Columns whose cells may be cut. */
const isLong = <Row,>({ kind }: Column<Row>) => kind === 'long' || kind === 'topic';

const lookOf = <Row,>({ kind, minor }: Column<Row>) => ({
  'data-kind': kind,
  'data-minor': minor || undefined,
});
