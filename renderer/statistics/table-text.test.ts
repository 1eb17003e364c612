import { expect, it } from 'vitest';
import { tableText } from './table-text.ts';

it('puts cells between tabs and rows on lines, whatever is in a cell', () => {
  const rows = [
    ['Topic', 'Size'],
    ['a\tb\r\nc', '98 B'],
    ['', ''],
  ];
  expect(tableText(rows)).toBe('Topic\tSize\na b c\t98 B\n\t');
});
