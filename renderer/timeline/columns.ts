import type { ColumnChoice } from '../../shared/contract/preferences.ts';

/** The columns of the timeline, in their own order. */
export const columnNames = [
  'number',
  'time',
  'delta',
  'direction',
  'type',
  'id',
  'topic',
  'size',
  'answer',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** Columns whose values line up at the right. */
export const rightColumns: ReadonlySet<ColumnName> = new Set(['number', 'delta', 'id', 'size']);

export interface Column extends ColumnChoice {
  readonly name: ColumnName;
}

/** A column in its place, `width` in rem; the topic's is the least it takes. */
export interface PlacedColumn {
  readonly name: ColumnName;
  readonly width: number;
}

/** What the layout depends on besides the choices, in rem but for `digits`. */
export interface ColumnRoom {
  /** Of the whole timeline. */
  readonly width: number;
  /** Figures of the highest packet number. */
  readonly digits: number;
  readonly timeWidth: number;
}

/** Rem that a figure takes. */
const FIGURE = 0.52;
/** Rem of the topic that must be readable before columns are left out for it: its end tells most. */
const TOPIC_ROOM = 10;
/** Rem a column may be made narrow and wide to. */
const WIDTH_MIN = 1;
const WIDTH_MAX = 100;
/** As in the style sheet: between two columns, and beside the first and the last. */
const GAP = 0.5;

/** Left out for the topic's sake in this order; details say the same. */
const givesWay: readonly ColumnName[] = ['delta', 'id', 'size'];

const ownWidths: Readonly<Record<ColumnName, number>> = {
  number: 4 * FIGURE,
  time: 5.625,
  delta: 4,
  direction: 0.875,
  type: 5.75,
  id: 2.75,
  topic: 8,
  size: 3.5,
  answer: 4.75,
};

const isColumnName = (name: string): name is ColumnName =>
  (columnNames as readonly string[]).includes(name);

/** All columns in the order that was chosen; unknown and repeated names of a file are passed over. */
export function columnsOf(choices: readonly ColumnChoice[]): Column[] {
  const columns = new Map<ColumnName, Column>();
  for (const { name, shown, width } of choices) {
    if (isColumnName(name) && !columns.has(name)) columns.set(name, { name, shown, width });
  }
  for (const name of columnNames) {
    if (!columns.has(name)) columns.set(name, { name, shown: 'room', width: null });
  }
  return [...columns.values()];
}

/** The width of a column that nobody chose one for, in rem. */
export function ownWidth(name: ColumnName, { digits, timeWidth }: ColumnRoom): number {
  const more = Math.max(0, digits - 4) * FIGURE;
  if (name === 'time') return timeWidth;
  if (name === 'number') return ownWidths.number + more;
  return name === 'answer' ? ownWidths.answer + 4 * FIGURE + more : ownWidths[name];
}

/** The columns there is room for, in their places. */
export function placeColumns(columns: readonly Column[], room: ColumnRoom): PlacedColumn[] {
  let placed = columns
    .filter(({ shown }) => shown !== 'never')
    .map(({ name, width }) => ({ name, width: width ?? ownWidth(name, room) }));
  const wanted = Math.max(columns.find(({ name }) => name === 'topic')?.width ?? 0, TOPIC_ROOM);
  for (const name of givesWay) {
    if (leftForTopic(placed, room.width) >= wanted) break;
    if (columns.some((column) => column.name === name && column.shown === 'room'))
      placed = placed.filter((column) => column.name !== name);
  }
  return placed;
}

function leftForTopic(placed: readonly PlacedColumn[], width: number): number {
  if (!placed.some(({ name }) => name === 'topic')) return Number.POSITIVE_INFINITY;
  const others = placed.filter(({ name }) => name !== 'topic');
  return others.reduce((left, column) => left - column.width - GAP, width - 2 * GAP);
}

/** The tracks of a CSS grid; the topic takes what is left over. */
export function tracksOf(placed: readonly PlacedColumn[]): string {
  return placed
    .map(({ name, width }) => (name === 'topic' ? `minmax(${width}rem, 1fr)` : `${width}rem`))
    .join(' ');
}

/** The least that the columns take together, in rem. */
export function leastWidth(placed: readonly PlacedColumn[]): number {
  return placed.reduce((sum, { width }) => sum + width + GAP, GAP);
}

const changed = (columns: readonly Column[], name: ColumnName, change: Partial<Column>): Column[] =>
  columns.map((column) => (column.name === name ? { ...column, ...change } : column));

/** With a column of another width, in rem; null for its own. */
export function withWidth(
  columns: readonly Column[],
  name: ColumnName,
  width: number | null,
): Column[] {
  const within = width === null ? null : Math.min(Math.max(WIDTH_MIN, width), WIDTH_MAX);
  return changed(columns, name, { width: within });
}

/** With a column shown, whatever room there is, or hidden. The last one cannot be hidden. */
export function withShown(
  columns: readonly Column[],
  name: ColumnName,
  isShown: boolean,
): Column[] {
  const others = columns.filter((column) => column.name !== name && column.shown !== 'never');
  if (!isShown && others.length === 0) return [...columns];
  return changed(columns, name, { shown: isShown ? 'always' : 'never' });
}

/** With a column at another place, 0 for the first. */
export function withPlace(columns: readonly Column[], name: ColumnName, to: number): Column[] {
  const moved = columns.find((column) => column.name === name);
  const others = columns.filter((column) => column.name !== name);
  return moved ? [...others.slice(0, to), moved, ...others.slice(to)] : others;
}
