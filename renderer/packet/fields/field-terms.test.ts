import { describe, expect, it } from 'vitest';
import type { PacketField, PacketRow } from '../../../shared/contract/packets.ts';
import { aRow } from '../../stores/view/test-rows.ts';
import { fieldTerms } from './field-terms.ts';

const row = (change: Partial<PacketRow>) =>
  aRow(0, { header: 0x3b, packetId: 7, topic: 'room/light', ...change });
const field = (name: string, value: string): PacketField => ({
  name,
  value,
  meaning: '',
  start: 0,
  end: 1,
  children: [],
});
const publish = row({});
const same = (of: PacketRow, name: string, value: string) =>
  fieldTerms(of, field(name, value))?.same;

describe('a field is filtered for', () => {
  it('by the term that the filter has for it', () => {
    expect(same(publish, 'Control Packet Type', '3')).toBe('type:publish');
    expect(same(publish, 'QoS', '1')).toBe('qos:1');
    expect(same(publish, 'Packet Identifier', '7')).toBe('id:7');
    expect(same(publish, 'Topic Name', 'room/light')).toBe('topic:room/light');
    expect(same(row({ header: 0x90, code: 128, topic: null }), 'Return Code', '128')).toBe(
      'code:128',
    );
  });

  it('by what its bit says, and out by the other', () => {
    expect(fieldTerms(publish, field('RETAIN', '1'))).toEqual({
      same: 'is:retained',
      others: '-is:retained',
    });
    expect(fieldTerms(publish, field('DUP', '0'))).toEqual({ same: '-is:dup', others: 'is:dup' });
  });

  it('not where there is no such term', () => {
    expect(same(publish, 'Remaining Length', '18')).toBeUndefined();
    expect(same(row({ header: 0x82 }), 'QoS', '1')).toBeUndefined();
    expect(same(row({ header: 0x90, code: 128 }), 'Return Code', '1')).toBeUndefined();
  });
});
