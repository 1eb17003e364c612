import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../shared/contract/cell-values.ts';
import { parseFilter } from '../../shared/filter/parse-filter.ts';
import { columnNames } from '../stores/columns.ts';
import { aRow } from '../stores/view/test-rows.ts';
import { cellTerms } from './cell-terms.ts';

const time = new Date(2026, 10, 25, 12, 1, 3).getTime() * 1_000 + 221_047;
const row = aRow(16, { time, header: 0x33, packetId: 7, size: 98, peer: 17, roundTrip: 21_300 });

describe('the terms of a cell', () => {
  it('are those of the row where no cell was meant', () => {
    const { same, around } = cellTerms(row, null);
    expect(same).toEqual(['type:publish', 'dir:sent', 'topic:/room/16', 'id:7']);
    expect(around).toEqual([]);
  });

  it('begin with what stands in it', () => {
    const first = (column: (typeof columnNames)[number]) => cellTerms(row, column).same[0];
    expect(first('number')).toBe('no:17');
    expect(first('connection')).toBe('conn:1');
    expect(first('direction')).toBe('dir:sent');
    expect(first('type')).toBe('type:publish');
    expect(first('id')).toBe('id:7');
    expect(first('topic')).toBe('topic:/room/16');
    expect(first('size')).toBe('size:98');
    expect(cellTerms(row, 'topic').same.slice(1, 3)).toEqual(['qos:1', 'is:retained']);
    expect(cellTerms(aRow(1, { unanswered: true }), 'answer').same[0]).toBe('is:unanswered');
  });

  it('ask for what lies on either side of a number, a connection, a time, a size and a round trip', () => {
    const around = (column: (typeof columnNames)[number]) => cellTerms(row, column).around;
    expect(around('number')).toEqual(['no>=17', 'no<=17']);
    expect(around('connection')).toEqual(['conn>=1', 'conn<=1']);
    expect(around('time')).toEqual(['time>=12:01:03.221047', 'time<=12:01:03.221047']);
    expect(around('size')).toEqual(['size>=98', 'size<=98']);
    expect(around('answer')).toEqual(['rtt>=21300us', 'rtt<=21300us']);
    expect(around('gap')).toEqual([]);
    expect(cellTerms(aRow(1, { gap: 2000 }), 'gap').around).toEqual(['gap>=2ms', 'gap<=2ms']);
  });

  it('ask for the value that stands in a column of the payload', () => {
    const name = '$.params.t';
    const termsAt = (kind: CellValue['kind'], text: string, cut = false) => {
      const { same, around } = cellTerms(row, name, { [name]: { kind, text, cut } });
      return [same[0], around];
    };
    expect(termsAt('number', '23.0')).toEqual([
      '$.params.t=23.0',
      ['$.params.t>=23.0', '$.params.t<=23.0'],
    ]);
    expect(termsAt('string', 'say "23"')).toEqual(['$.params.t="say \\"23\\""', []]);
    expect(termsAt('boolean', 'true')).toEqual(['$.params.t=true', []]);
    expect(termsAt('null', 'null')).toEqual(['$.params.t=null', []]);
    expect(termsAt('object', '{}')).toEqual(['$.params.t', []]);
    expect(termsAt('string', 'long', true)).toEqual(['$.params.t', []]);
    expect(cellTerms(row, name, { [name]: null }).same[0]).toBe('type:publish');
    expect(cellTerms(row, name).same[0]).toBe('type:publish');
  });

  it('can all be read', () => {
    for (const column of columnNames) {
      const { same, around } = cellTerms(row, column);
      for (const term of [...same, ...around]) expect(parseFilter(term).ok).toBe(true);
    }
  });
});
