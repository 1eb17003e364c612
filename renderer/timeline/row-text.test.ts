import { expect, it } from 'vitest';
import { aRow } from '../stores/view/test-rows.ts';
import { columnsOf, placeColumns } from './columns.ts';
import { rowText } from './row-text.ts';
import type { RowWords } from './use-row-words.ts';

const words: RowWords = {
  sent: 'sent',
  received: 'received',
  malformed: 'malformed',
  refused: 'refused',
  notMqtt: 'BROKEN',
  retain: 'retain',
  dup: 'dup',
  unanswered: 'unanswered',
  bookmarked: 'bookmarked',
  error: 'error',
  warning: 'warning',
  hint: 'hint',
  plain: () => '',
  answer: () => '',
  purpose: () => '',
};
const columns = placeColumns(columnsOf([]), { width: 80, digits: 4, timeWidth: 6 });
const scale = { kind: 'since', origin: aRow(0).time } as const;
const textOf = (row: ReturnType<typeof aRow>) =>
  rowText(columns, { row, timeBefore: row.time - 1_500, scale, words });

it('writes the columns of a row with tabs between them', () => {
  const row = aRow(16, { header: 0x32, packetId: 7, peer: 17, roundTrip: 21_000 });
  expect(textOf(row)).toBe(
    '17\t00:00:00.016\t+1.5 ms\tsent\tPUBLISH\t7\t/room/16\t20 B\t#18 21 ms',
  );
});

it('writes codes, missing answers and bytes that are no packet as the row shows them', () => {
  expect(textOf(aRow(1, { header: 0x90, topic: null, code: 128 }))).toMatch(
    /SUBACK\t\tFailure \(128\)/,
  );
  expect(textOf(aRow(1, { unanswered: true }))).toMatch(/\tunanswered$/);
  expect(textOf(aRow(1, { broken: true, topic: null }))).toMatch(/\tBROKEN\t\t\t/);
});
