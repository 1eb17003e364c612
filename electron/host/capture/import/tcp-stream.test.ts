import { beforeEach, expect, test } from 'vitest';
import { HELD_BYTES_MAX, MemoryBudget } from './memory-budget.ts';
import { TcpStream } from './tcp-stream.ts';

let said: string[] = [];
let budget = new MemoryBudget();
let stream = newStream();

function newStream() {
  return new TcpStream(
    {
      bytes: (bytes, time) => said.push(`${bytes.toString()}@${time}`),
      gap: () => said.push('gap'),
      repeated: () => said.push('repeated'),
      exhausted: () => said.push('exhausted'),
    },
    budget,
  );
}
beforeEach(() => {
  said = [];
  budget = new MemoryBudget();
  stream = newStream();
  stream.begin(100);
});
const take = (sequence: number, text: string, time: number) =>
  stream.segment(sequence, Buffer.from(text), time);

test('bytes that waited are complete when what was missing has come', () => {
  take(103, 'def', 1);
  take(106, 'ghi', 2);
  take(100, 'abc', 9);
  take(109, 'jkl', 10);
  expect(said).toEqual(['abc@9', 'def@9', 'ghi@9', 'jkl@10']);
});

test('of what overlaps each byte is taken once', () => {
  take(100, 'abcd', 1);
  take(102, 'cdef', 2);
  take(100, 'ab', 3);
  take(108, 'ij', 4);
  take(107, 'hij', 5);
  take(106, 'ghijk', 6);
  expect(said.filter((one) => one !== 'repeated').join(' ')).toBe('abcd@1 ef@2 ghijk@6');
  expect(said.filter((one) => one === 'repeated')).toHaveLength(4);
});

test('a missing segment is waited for a second when its receiver has it, else a minute', () => {
  take(105, 'x', 0);
  stream.acknowledge(105, 500_000);
  take(106, 'y', 2_000_000);
  expect(said).toEqual([]);
  stream.acknowledge(106, 2_000_001);
  expect(said).toEqual(['gap', 'x@0', 'y@2000000']);
  take(110, 'z', 3_000_000);
  take(111, 'z', 62_000_000);
  expect(said).toHaveLength(3);
  take(112, 'z', 64_000_000);
  expect(said.slice(3)).toEqual(['gap', 'z@3000000', 'z@62000000', 'z@64000000']);
});

test('no more than a limit waits, and all of it is given back', () => {
  const piece = Buffer.alloc(1_000_000);
  for (let count = 0; count < 100; count += 1) {
    stream.segment(200 + count * piece.length, piece, count);
  }
  expect(said.filter((one) => one === 'gap')).toHaveLength(1);
  expect(said).not.toContain('exhausted');
  stream.flush();
  expect(budget.take(HELD_BYTES_MAX - 128)).toBe(true);
});

test('what all connections hold together is limited', () => {
  budget.take(HELD_BYTES_MAX - 1000);
  take(200, 'x'.repeat(500), 1);
  take(800, 'x'.repeat(500), 2);
  expect(said).toEqual(['exhausted']);
  stream.drop();
  budget.release(HELD_BYTES_MAX - 1000);
  expect(budget.take(HELD_BYTES_MAX - 128)).toBe(true);
});

test('a sequence number from nowhere begins behind a gap', () => {
  take(100, 'abc', 1);
  take(0x7fffffff, 'far', 2);
  expect(said).toEqual(['abc@1', 'gap', 'far@2']);
});
