import {
  type Column,
  type ColumnName,
  isJsonColumn,
  type OwnColumnName,
} from '../stores/columns.ts';

/** Columns whose values line up at the right. */
export const rightColumns: ReadonlySet<ColumnName> = new Set([
  'number',
  'delta',
  'gap',
  'connection',
  'id',
  'size',
]);

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
/**
 * Rem below which a timeline has no room for marks behind its topics. A container query would say so
 * in the style sheet, but costs a quarter of the layout that a grown capture causes.
 */
const MARKS_ROOM = 43;
/** As in the style sheet: between two columns, and beside the first and the last. */
const GAP = 0.5;

/** Left out for the topic's sake in this order; details say the same. */
const givesWay: readonly ColumnName[] = ['delta', 'id', 'size'];

const ownWidths: Readonly<Record<OwnColumnName, number>> = {
  number: 4 * FIGURE,
  time: 5.625,
  delta: 4,
  gap: 4,
  connection: 4.75,
  direction: 0.875,
  type: 5.75,
  qos: 3,
  id: 2.75,
  topic: 8,
  size: 3.5,
  answer: 4.75,
};

/** Of a column with a value of JSON payloads: its path, within reason. */
const JSON_WIDTH_MIN = 4;
const JSON_WIDTH_MAX = 9;

/** The width of a column that nobody chose one for, in rem. */
export function ownWidth(name: ColumnName, { digits, timeWidth }: ColumnRoom): number {
  if (isJsonColumn(name))
    return Math.min(Math.max(JSON_WIDTH_MIN, name.length * FIGURE), JSON_WIDTH_MAX);
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

/** The columns that are wanted and have no place. */
export function crowdedOut(
  columns: readonly Column[],
  placed: readonly PlacedColumn[],
): ColumnName[] {
  const wanted = columns.filter(({ shown }) => shown !== 'never').map(({ name }) => name);
  return wanted.filter((name) => !placed.some((column) => column.name === name));
}

function leftForTopic(placed: readonly PlacedColumn[], width: number): number {
  if (!placed.some(({ name }) => name === 'topic')) return Number.POSITIVE_INFINITY;
  const others = placed.filter(({ name }) => name !== 'topic');
  return others.reduce((left, column) => left - column.width - GAP, width - 2 * GAP);
}

export const namesOf = (placed: readonly PlacedColumn[]): ColumnName[] =>
  placed.map(({ name }) => name);

/** Whether there are marks behind topics: not where these need all the room that they have. */
export function hasMarks(placed: readonly PlacedColumn[], width: number): boolean {
  return width >= MARKS_ROOM && leftForTopic(placed, width) >= TOPIC_ROOM;
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
