import { expect, it } from 'vitest';
import { type ColumnName, columnsOf, withJsonColumn, withShown } from '../stores/columns.ts';
import type { RowValues } from '../stores/view/cell-values.ts';
import { aRow } from '../stores/view/test-rows.ts';
import { placeColumns } from './columns.ts';
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
  measuredFrom: 'times are measured from here',
  tooLong: 'too long',
  cutValue: 'cut',
  error: 'error',
  warning: 'warning',
  hint: 'hint',
  plain: () => '',
  answer: () => '',
  before: (what) => what,
  purpose: () => '',
};
const columns = placeColumns(columnsOf([]), { width: 80, digits: 4, timeWidth: 6 });
const scale = { kind: 'since', origin: aRow(0).time } as const;
const textOf = (row: ReturnType<typeof aRow>) =>
  rowText(columns, { row, timeBefore: row.time - 1_500, scale, words, values: undefined });

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

it('writes the value of a column of the payload on one line, and where it is not whole', () => {
  const names = ['$.on', '$.text', '$.other'] as const;
  const some = placeColumns(names.reduce<ReturnType<typeof columnsOf>>(withJsonColumn, []), {
    width: 80,
    digits: 4,
    timeWidth: 6,
  });
  const values: RowValues = {
    '$.on': { kind: 'boolean', text: 'true', cut: false },
    '$.text': { kind: 'string', text: 'two\n\tlines', cut: true },
    '$.other': null,
  };
  const row = aRow(1);
  const source = { timeBefore: undefined, scale, words };
  expect(rowText(some, { ...source, row, values })).toBe('true\ttwo lines…\t');
  const large = aRow(1, { size: 100_000 });
  expect(rowText(some, { ...source, row: large, values: undefined })).toBe('…\t…\t…');
});

it('writes the connection, and QoS with its flags, where these columns are shown', () => {
  let chosen = columnsOf([]);
  for (const name of ['connection', 'qos'] satisfies ColumnName[])
    chosen = withShown(chosen, name, true);
  const wide = placeColumns(chosen, { width: 80, digits: 4, timeWidth: 6 });
  const of = (row: ReturnType<typeof aRow>) =>
    rowText(wide, { row, timeBefore: undefined, scale, words, values: undefined }).split('\t');
  expect(of(aRow(1, { connection: 3, header: 0x3b })).slice(3, 7)).toEqual([
    '3',
    'sent',
    'PUBLISH',
    '1 dup retain',
  ]);
  expect(of(aRow(1, { header: 0xc0, topic: null }))[6]).toBe('');
});
