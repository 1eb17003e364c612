import { expect, test } from 'vitest';
import type { PacketRow } from '../../../../shared/contract/packets.ts';
import type { PayloadValue } from '../payload-values.ts';
import { csvHeader, csvRecord } from './csv.ts';

const row: PacketRow = {
  row: 4,
  time: 1_763_800_000_123_456,
  direction: 'sent',
  connection: 1,
  header: 0x3b,
  packetId: 7,
  topic: 'a/b',
  size: 20,
  code: null,
  peer: 5,
  roundTrip: 1500,
  related: null,
  relatedAfter: null,
  unanswered: false,
  broken: false,
};

test('a record has a value, or nothing, for every column of the header', () => {
  expect(csvHeader([]).endsWith('\r\n')).toBe(true);
  const columns = csvHeader([]).trim().split(',').length;
  expect(csvRecord(row, row.time - 2000)).toBe(
    '5,2025-11-22T08:26:40.123456Z,2,sent,PUBLISH,1,1,1,7,a/b,20,,6,1.5,,,\r\n',
  );
  const reply = { ...row, peer: null, roundTrip: null, related: 2, relatedAfter: 30_000 };
  expect(csvRecord(reply, null)).toContain(',a/b,20,,3,30,,,\r\n');
  const ping = { ...row, header: 0xc0, packetId: null, topic: null, peer: null, roundTrip: null };
  const record = csvRecord({ ...ping, unanswered: true }, null);
  expect(record).toBe('5,2025-11-22T08:26:40.123456Z,,sent,PINGREQ,,,,,,20,,,,1,,\r\n');
  expect(record.trim().split(',')).toHaveLength(columns);
  expect(csvRecord({ ...row, broken: true, code: 128 }, null)).toContain(
    ',BROKEN,,,,7,a/b,20,128,',
  );
});

test.each([
  ['plain/topic', 'plain/topic'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['+/status', "'+/status"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['＝1', "'＝1"],
])('the topic %j is written as %j', (topic, written) => {
  expect(csvRecord({ ...row, topic }, null)).toContain(`,7,${written},20,`);
});

test.each([
  ['{"t":21}', '"{""t"":21}"'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['-1', "'-1"],
  ['', ''],
])('the payload %j is written as %j', (text, written) => {
  const payload = { text, format: 'text' } as const;
  expect(csvRecord(row, null, payload)).toContain(`,1.5,,${written},text\r\n`);
});

test('values of the payload follow in columns of their own: numbers as written, texts safe', () => {
  const values: PayloadValue[] = [
    { kind: 'number', text: '-23.0' },
    { kind: 'string', text: '-23' },
    { kind: 'object', text: '{"a":1}' },
  ];
  expect(csvHeader([['t'], ['odd name']])).toMatch(
    /,Payload format,\$\.t,"\$\[""odd name""\]"\r\n$/,
  );
  const payload = { text: '{}', format: 'text' } as const;
  expect(csvRecord(row, null, payload, [...values, null])).toMatch(
    /,{},text,-23\.0,'-23,"\{""a"":1\}",\r\n$/,
  );
});
