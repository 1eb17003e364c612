import { describe, expect, it } from 'vitest';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { aRow } from '../stores/view/test-rows.ts';
import { type Bar, barsOf, SLOTS } from './bars.ts';

const sent = (row: number, peer: number | null, more: Partial<PacketRow> = {}) =>
  aRow(row, { direction: 'sent', peer, ...more });
const received = (row: number, peer: number | null, more: Partial<PacketRow> = {}) =>
  aRow(row, { direction: 'received', peer, ...more });
const placedAt = (rows: readonly PacketRow[]) => rows.map((row) => ({ item: row.row + 10, row }));
const shown = () => true;
const slots = (bars: readonly Bar[]) => bars.map(({ request, slot }) => [request, slot]);

describe('the bars of a window', () => {
  it('join a request and its answer beside the side that answers', () => {
    expect(barsOf(placedAt([sent(0, 1), received(1, 0)]), shown)).toEqual([
      {
        request: 0,
        answer: 1,
        from: 10,
        to: 11,
        side: 'cloud',
        kind: 'exchange',
        slot: 0,
      },
    ]);
    expect(barsOf(placedAt([received(0, 1), sent(1, 0)]), shown)).toMatchObject([
      { side: 'device' },
    ]);
  });

  it('are open where the other half is out of the window', () => {
    expect(barsOf(placedAt([received(7, 2)]), shown)).toMatchObject([
      { request: 2, from: null, to: 17, side: 'cloud' },
    ]);
    expect(barsOf(placedAt([sent(7, 20)]), shown)).toMatchObject([
      { from: 17, to: null, side: 'cloud' },
    ]);
  });

  it('are not there where the other half is hidden by a filter', () => {
    const rows = placedAt([sent(7, 20), received(9, 2), sent(11, 12), received(12, 11)]);
    expect(barsOf(rows, (row) => row === 2)).toMatchObject([
      { request: 2, from: null, to: 19 },
      { request: 11, from: 21, to: 22 },
    ]);
  });

  it('stand side by side where they overlap, and take a free place again', () => {
    const rows = [
      sent(0, 2),
      sent(1, 3),
      received(2, 0),
      received(3, 1),
      sent(4, 5),
      received(5, 4),
    ];
    expect(slots(barsOf(placedAt(rows), shown))).toEqual([
      [0, 0],
      [1, 1],
      [4, 0],
    ]);
  });

  it('put the messages that answer each other outside of the acknowledgements', () => {
    const rows = [sent(0, 1, { related: 2 }), received(1, 0), received(2, null, { related: 0 })];
    expect(barsOf(placedAt(rows), shown)).toMatchObject([
      { kind: 'exchange', slot: 0 },
      { kind: 'dialogue', slot: 1, from: 10, to: 12, side: 'cloud' },
    ]);
  });

  it('are no more than there is room for', () => {
    const rows = Array.from({ length: 10 }, (_, row) => sent(row, row + 10));
    expect(barsOf(placedAt(rows), shown)).toHaveLength(SLOTS);
  });
});
