import { describe, expect, it } from 'vitest';
import { columnsOf, withJsonColumn, withShown, withWidth } from '../stores/columns.ts';
import {
  type ColumnRoom,
  crowdedOut,
  hasMarks,
  leastWidth,
  namesOf,
  placeColumns,
  tracksOf,
} from './columns.ts';

const room = (width: number): ColumnRoom => ({ width, digits: 4, timeWidth: 5.625 });
const own = columnsOf([]);
const namesAt = (width: number, columns = own) => namesOf(placeColumns(columns, room(width)));
const asShipped = own.filter(({ shown }) => shown !== 'never').map(({ name }) => name);

describe('the columns', () => {
  it('are shown where there is room, all but those that have to be asked for', () => {
    expect(namesAt(60)).toEqual(asShipped);
    for (const name of ['gap', 'connection', 'qos']) expect(asShipped).not.toContain(name);
    expect(namesAt(60, withShown(own, 'connection', true))).toContain('connection');
  });

  it('give way to the topic, the delta first, but for those that were asked for', () => {
    expect(namesAt(44)).not.toContain('delta');
    expect(namesAt(44)).toContain('id');
    expect(namesAt(34)).toEqual(['number', 'time', 'direction', 'type', 'topic', 'answer']);
    expect(namesAt(34, withShown(own, 'delta', true))).toContain('delta');
    const withoutTopic = withShown(own, 'topic', false);
    expect(namesAt(20, withoutTopic)).toHaveLength(asShipped.length - 1);
  });

  it('that gave way are told, and those that nobody wants are not', () => {
    const crowdedAt = (width: number, columns = own) =>
      crowdedOut(columns, placeColumns(columns, room(width)));
    expect(crowdedAt(60)).toEqual([]);
    expect(crowdedAt(34)).toEqual(['delta', 'id', 'size']);
    expect(crowdedAt(34, withShown(withShown(own, 'id', true), 'size', false))).toEqual(['delta']);
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

  it('with a value of payloads are as wide as their path, within reason, and give way to nothing', () => {
    const columns = withJsonColumn(withJsonColumn(own, '$.t'), '$.params.temperature.value');
    const widthOf = (name: string) =>
      placeColumns(columns, room(20)).find((column) => column.name === name)?.width;
    expect(widthOf('$.t')).toBe(4);
    expect(widthOf('$.params.temperature.value')).toBe(9);
  });

  it('leave out the marks behind topics where these have little room', () => {
    const hasMarksAt = (width: number, columns = own) =>
      hasMarks(placeColumns(columns, room(width)), width);
    expect(hasMarksAt(42)).toBe(false);
    expect(hasMarksAt(44)).toBe(true);
    expect(hasMarksAt(44, withJsonColumn(own, '$.params.temperature'))).toBe(false);
    expect(hasMarksAt(60, withJsonColumn(own, '$.params.temperature'))).toBe(true);
  });

  it('give what is left over to the topic', () => {
    const placed = placeColumns(withWidth(own, 'time', 7), room(34));
    expect(tracksOf(placed)).toMatch(/^2\.08rem 7rem .* minmax\(8rem, 1fr\) /);
  });
});
