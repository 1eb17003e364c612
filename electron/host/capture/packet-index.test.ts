import { expect, test } from 'vitest';
import { PacketIndex } from './packet-index.ts';

test('every column of every row is kept, over chunk boundaries too', () => {
  const index = new PacketIndex();
  const rows = 40_000;
  for (let row = 0; row < rows; row += 1) {
    const sent = row % 2 === 0;
    const position = row * 2 ** 16;
    expect(
      index.append(
        row * 1.5e9,
        position,
        row,
        row % 256,
        sent,
        row % 3 === 0,
        row % 5 === 0,
        row,
        row - 1,
        row % 256,
        row,
      ),
    ).toBe(row);
  }
  expect(index.length).toBe(rows);
  for (let row = 0; row < rows; row += 997) {
    expect(index.time(row)).toBe(row * 1.5e9);
    expect(index.offset(row)).toBe(row * 2 ** 16);
    expect(index.size(row)).toBe(row);
    expect(index.header(row)).toBe(row % 256);
    expect(index.sent(row)).toBe(row % 2 === 0);
    expect(index.broken(row)).toBe(row % 3 === 0);
    expect(index.scattered(row)).toBe(row % 5 === 0);
    expect(index.packetId(row)).toBe(row);
    expect(index.topic(row)).toBe(row - 1);
    expect(index.code(row)).toBe(row % 256);
    expect(index.connection(row)).toBe(row);
    expect(index.peer(row)).toBe(-1);
  }
});

test('what a packet does not have is -1 or 0, the first row can be a peer, others are refused', () => {
  const index = new PacketIndex();
  for (let row = 0; row < 2; row += 1) {
    index.append(1, 2, 3, 0x30, true, false, false, 0, -1, -1, 0);
  }
  expect([index.topic(0), index.code(0), index.packetId(0)]).toEqual([-1, -1, 0]);
  index.pair(0, 1);
  expect([index.peer(0), index.peer(1)]).toEqual([1, 0]);
  expect(() => index.time(2)).toThrow(RangeError);
  expect(() => index.time(-1)).toThrow(RangeError);
});

test('a message that declines a reply keeps what else is known of it', () => {
  const index = new PacketIndex();
  for (let row = 0; row < 2; row += 1) {
    index.append(1, 2, 3, 0x30, true, false, true, 0, -1, -1, 0);
  }
  index.declineReply(1);
  expect([0, 1].map((row) => index.declinesReply(row))).toEqual([false, true]);
  expect([index.sent(1), index.broken(1), index.scattered(1)]).toEqual([true, false, true]);
});
