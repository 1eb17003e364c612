import { expect, test } from 'vitest';
import { TopicTable } from './topic-table.ts';

const numberOf = (table: TopicTable, text: string) => {
  const bytes = Buffer.from(`<${text}>`);
  return table.number(bytes, 1, bytes.length - 1);
};

test('a topic keeps its number and its text', () => {
  const table = new TopicTable();
  const texts = ['a/b', 'a/c', '', '/sys/温度', 'a/b/c'];
  const numbers = texts.map((text) => numberOf(table, text));
  expect(new Set(numbers).size).toBe(texts.length);
  expect(texts.map((text) => numberOf(table, text))).toEqual(numbers);
  expect(numbers.map((number) => table.text(number))).toEqual(texts);
  expect(table.size).toBe(Buffer.byteLength(texts.join('')));
});

test('topics with the same hash are told apart', () => {
  // A known pair of 32-bit FNV-1a collisions, from its usual beginning.
  const table = new TopicTable(0x811c9dc5);
  const [one, other] = [numberOf(table, 'costarring'), numberOf(table, 'liquid')];
  expect(one).not.toBe(other);
  expect(numberOf(table, 'liquid')).toBe(other);
  expect(table.text(one)).toBe('costarring');
});

test('the bytes a topic was found in may change afterwards', () => {
  const table = new TopicTable();
  const bytes = Buffer.from('abc');
  const number = table.number(bytes, 0, 3);
  bytes.fill(0);
  expect(table.text(number)).toBe('abc');
  expect(numberOf(table, 'abc')).toBe(number);
});
