import { describe, expect, it } from 'vitest';
import { JSON_COLUMN_PATH_MAX, JSON_COLUMNS_MAX } from '../../shared/contract/cell-values.ts';
import {
  type Column,
  columnNames,
  columnsOf,
  isShown,
  type JsonColumnName,
  obstacleTo,
  withJsonColumn,
  withoutJsonColumn,
  withPlace,
  withShown,
  withWidth,
} from './columns.ts';

const own = columnsOf([]);
const shownOf = (columns: readonly Column[]) =>
  columns.filter(({ shown }) => shown !== 'never').map(({ name }) => name);

describe('the columns', () => {
  it('stand in their own order until another one was chosen', () => {
    expect(own.map(({ name }) => name)).toEqual(columnNames);
    const kept = columnsOf([
      { name: 'topic', shown: 'always', width: 20 },
      { name: 'no such', shown: 'always', width: null },
      { name: '$.a>3', shown: 'always', width: null },
      { name: 'topic', shown: 'never', width: null },
    ]);
    expect(kept[0]).toEqual({ name: 'topic', shown: 'always', width: 20 });
    expect(kept.map(({ name }) => name).sort()).toEqual([...columnNames].sort());
  });

  it('that a file does not name yet are hidden where they are optional', () => {
    const kept = columnsOf([{ name: 'number', shown: 'always', width: null }]);
    expect(isShown(kept, 'connection')).toBe(false);
    expect(isShown(kept, 'qos')).toBe(false);
    expect(isShown(kept, 'size')).toBe(true);
  });

  it('with values of payloads are read from a file, however their paths are written', () => {
    const kept = columnsOf([
      { name: '$["params"].t', shown: 'never', width: 7 },
      { name: '$.params.t', shown: 'always', width: null },
    ]);
    expect(kept[0]).toEqual({ name: '$.params.t', shown: 'never', width: 7 });
    expect(kept).toHaveLength(columnNames.length + 1);
  });
});

describe('a column with a value of payloads', () => {
  const name: JsonColumnName = '$.params.temperature';

  it('stands behind the topic, and behind others of its kind', () => {
    const names = shownOf(withJsonColumn(withJsonColumn(own, name), '$.id'));
    expect(names.slice(names.indexOf('topic'))).toEqual(['topic', name, '$.id', 'size', 'answer']);
  });

  it('is there once, and shown again where it was hidden', () => {
    const hidden = withShown(withJsonColumn(own, name), name, false);
    const again = withJsonColumn(hidden, name);
    expect(again).toHaveLength(own.length + 1);
    expect(isShown(again, name)).toBe(true);
  });

  it('is taken out, and the topic shown where nothing else would be', () => {
    const added = withJsonColumn(own, name);
    expect(withoutJsonColumn(added, name)).toEqual(own);
    let alone = added;
    for (const each of columnNames) alone = withShown(alone, each, false);
    expect(shownOf(alone)).toEqual([name]);
    expect(shownOf(withoutJsonColumn(alone, name))).toEqual(['topic']);
  });

  it('is refused where its path is long, or there are too many', () => {
    const long: JsonColumnName = `$.${'x'.repeat(JSON_COLUMN_PATH_MAX)}`;
    expect(obstacleTo(own, long)).toBe('long');
    expect(withJsonColumn(own, long)).toEqual(own);
    let columns = own;
    for (let at = 0; at < JSON_COLUMNS_MAX; at += 1)
      columns = withJsonColumn(columns, `$.a[${at}]`);
    expect(obstacleTo(columns, '$.a[0]')).toBeNull();
    expect(obstacleTo(columns, name)).toBe('full');
    expect(withJsonColumn(columns, name)).toEqual(columns);
  });
});

describe('choosing columns', () => {
  it('hides and shows one, and never hides the last', () => {
    expect(shownOf(withShown(own, 'size', false))).not.toContain('size');
    let columns = own;
    for (const name of columnNames) columns = withShown(columns, name, false);
    expect(shownOf(columns)).toEqual(['answer']);
  });

  it('keeps widths within reason and gives a column its own again', () => {
    const widthOf = (width: number | null) =>
      withWidth(own, 'id', width).find(({ name }) => name === 'id')?.width;
    expect(widthOf(0.2)).toBe(1);
    expect(widthOf(400)).toBe(100);
    expect(widthOf(null)).toBeNull();
  });

  it('moves one before another', () => {
    const names = withPlace(own, 'topic', 1).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['number', 'topic', 'time']);
    expect(names).toHaveLength(columnNames.length);
  });
});
