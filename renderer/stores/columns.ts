import { JSON_COLUMN_PATH_MAX, JSON_COLUMNS_MAX } from '../../shared/contract/cell-values.ts';
import type { ColumnChoice } from '../../shared/contract/preferences.ts';
import { readPath } from '../../shared/filter/json-path.ts';
import { printPath } from '../../shared/filter/print-filter.ts';

/** The columns that the timeline has by itself, in their own order. */
export const columnNames = [
  'number',
  'time',
  'delta',
  'gap',
  'connection',
  'direction',
  'type',
  'qos',
  'id',
  'topic',
  'size',
  'answer',
] as const;
export type OwnColumnName = (typeof columnNames)[number];

/** A column with a value of JSON payloads has its path for a name, as a filter writes it. */
export type JsonColumnName = `$${string}`;
export type ColumnName = OwnColumnName | JsonColumnName;

export interface Column extends ColumnChoice {
  readonly name: ColumnName;
}

/** Columns that are hidden until they are asked for. */
const optional: ReadonlySet<OwnColumnName> = new Set(['gap', 'connection', 'qos']);

export const isJsonColumn = (name: ColumnName): name is JsonColumnName => name.startsWith('$');

/** The column with the value at a path. */
export const jsonColumn = (path: readonly (string | number)[]): JsonColumnName =>
  printPath(path) as JsonColumnName;

/** The path that a column shows the values of. */
export const pathOf = (name: JsonColumnName): (string | number)[] => [...(readPath(name) ?? [])];

const isOwnColumn = (name: string): name is OwnColumnName =>
  (columnNames as readonly string[]).includes(name);

/** The column that a file names; null for one that is not known here. */
function knownColumn(name: string): ColumnName | null {
  if (isOwnColumn(name)) return name;
  const path = readPath(name);
  return path && jsonColumn(path);
}

/** All columns in the order that was chosen; unknown and repeated names of a file are passed over. */
export function columnsOf(choices: readonly ColumnChoice[]): Column[] {
  const columns = new Map<ColumnName, Column>();
  for (const { name: written, shown, width } of choices) {
    const name = knownColumn(written);
    if (name !== null && !columns.has(name)) columns.set(name, { name, shown, width });
  }
  for (const name of columnNames) {
    const shown = optional.has(name) ? 'never' : 'room';
    if (!columns.has(name)) columns.set(name, { name, shown, width: null });
  }
  return [...columns.values()];
}

const changed = (columns: readonly Column[], name: ColumnName, change: Partial<Column>): Column[] =>
  columns.map((column) => (column.name === name ? { ...column, ...change } : column));

/** Rem a column may be made narrow and wide to. */
const WIDTH_MIN = 1;
const WIDTH_MAX = 100;

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

/** Whether a column is there to be seen, if there is room for it. */
export function isShown(columns: readonly Column[], name: ColumnName): boolean {
  return columns.some((column) => column.name === name && column.shown !== 'never');
}

/** Why there cannot be one more column with the value at a path. */
export type ColumnObstacle = 'long' | 'full';

/** The limits that obstacles speak of. */
export const columnLimits = { characters: JSON_COLUMN_PATH_MAX, columns: JSON_COLUMNS_MAX };

/** What stands against showing a column; null for nothing. */
export function obstacleTo(
  columns: readonly Column[],
  name: JsonColumnName,
): ColumnObstacle | null {
  if (name.length > JSON_COLUMN_PATH_MAX) return 'long';
  if (columns.some((column) => column.name === name)) return null;
  const others = columns.filter((column) => isJsonColumn(column.name));
  return others.length >= JSON_COLUMNS_MAX ? 'full' : null;
}

/** With the value at a path shown: behind the others of its kind, or behind the topic. */
export function withJsonColumn(columns: readonly Column[], name: JsonColumnName): Column[] {
  if (obstacleTo(columns, name) !== null) return [...columns];
  if (columns.some((column) => column.name === name)) return withShown(columns, name, true);
  const others = columns.findLastIndex((column) => isJsonColumn(column.name));
  const before = others < 0 ? columns.findIndex((column) => column.name === 'topic') : others;
  const added: Column = { name, shown: 'always', width: null };
  return [...columns.slice(0, before + 1), added, ...columns.slice(before + 1)];
}

/** Without the value at a path. Where nothing else is shown, the topic is. */
export function withoutJsonColumn(columns: readonly Column[], name: JsonColumnName): Column[] {
  const others = columns.filter((column) => column.name !== name);
  return others.some(({ shown }) => shown !== 'never') ? others : withShown(others, 'topic', true);
}
