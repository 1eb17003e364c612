import { describe, expect, it } from 'vitest';
import {
  type ColumnRoom,
  columnNames,
  columnsOf,
  leastWidth,
  placeColumns,
  tracksOf,
  withPlace,
  withShown,
  withWidth,
} from './columns.ts';

const room = (width: number): ColumnRoom => ({ width, digits: 4, timeWidth: 5.625 });
const own = columnsOf([]);
const namesAt = (width: number, columns = own) =>
  placeColumns(columns, room(width)).map(({ name }) => name);

describe('the columns', () => {
  it('stand in their own order until another one was chosen', () => {
    expect(own.map(({ name }) => name)).toEqual(columnNames);
    const kept = columnsOf([
      { name: 'topic', shown: 'always', width: 20 },
      { name: 'no such', shown: 'always', width: null },
      { name: 'topic', shown: 'never', width: null },
    ]);
    expect(kept[0]).toEqual({ name: 'topic', shown: 'always', width: 20 });
    expect(kept.map(({ name }) => name).sort()).toEqual([...columnNames].sort());
  });

  it('are all shown where there is room', () => {
    expect(namesAt(60)).toEqual(columnNames);
  });

  it('give way to the topic, the delta first, but for those that were asked for', () => {
    expect(namesAt(44)).not.toContain('delta');
    expect(namesAt(44)).toContain('id');
    expect(namesAt(34)).toEqual(['number', 'time', 'direction', 'type', 'topic', 'answer']);
    expect(namesAt(34, withShown(own, 'delta', true))).toContain('delta');
    const withoutTopic = withShown(own, 'topic', false);
    expect(namesAt(20, withoutTopic)).toHaveLength(columnNames.length - 1);
  });

  it('leave the topic at least ten rem in the narrowest window', () => {
    // 1024 pixels less the device list and a third for the details.
    const placed = placeColumns(own, room(35));
    expect(35 - leastWidth(placed) + 8).toBeGreaterThan(10);
  });

  it('grow with the packet numbers', () => {
    const [number] = placeColumns(own, { ...room(60), digits: 7 });
    expect(number?.width).toBeCloseTo(7 * 0.52);
  });

  it('give what is left over to the topic', () => {
    const placed = placeColumns(withWidth(own, 'time', 7), room(34));
    expect(tracksOf(placed)).toMatch(/^2\.08rem 7rem .* minmax\(8rem, 1fr\) /);
  });
});

describe('choosing columns', () => {
  it('hides and shows one, and never hides the last', () => {
    expect(namesAt(60, withShown(own, 'size', false))).not.toContain('size');
    let columns = own;
    for (const name of columnNames) columns = withShown(columns, name, false);
    expect(namesAt(60, columns)).toEqual(['answer']);
  });

  it('keeps widths within reason and gives a column its own again', () => {
    const widthOf = (width: number | null) => withWidth(own, 'id', width)[5]?.width;
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
