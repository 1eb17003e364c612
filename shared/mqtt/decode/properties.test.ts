import { describe, expect, it } from 'vitest';
import { decodeSource, rulesOf } from '../testing/decode-source.ts';
import { allFields, fieldAt } from '../testing/field-tree.ts';

describe('the decoder, on properties', () => {
  it.each([
    ['20 05 00 00 02 7f 00', 'mqtt-property-unknown'],
    ['20 06 00 00 03 23 00 01', 'mqtt-property-not-allowed'],
    ['20 07 00 00 04 25 01 25 01', 'mqtt-property-repeated'],
    ['20 05 00 00 02 25 02', 'mqtt-property-value'],
    ['20 06 00 00 03 21 00 00', 'mqtt-property-value'],
    ['20 06 00 00 82 00 25 01', 'mqtt-integer-not-minimal'],
  ])('reports %s as %s first', (source, rule) => {
    expect(rulesOf(decodeSource(source, { level: 5 }))[0]).toBe(rule);
  });

  it('allows user properties, and subscription identifiers of a PUBLISH, to be repeated', () => {
    const users = "26 00 01 'a' 00 01 'b' 26 00 01 'a' 00 01 'c'";
    const decoded = decodeSource(`30 16 00 01 'x' 12 ${users} 0b 01 0b 02`, { level: 5 });
    expect(decoded.findings).toEqual([]);
    expect(
      allFields(decoded.fields).filter((field) => field.name === 'User Property'),
    ).toHaveLength(2);
  });

  it('keeps a property that overruns within the properties, and decodes what follows them', () => {
    const decoded = decodeSource("30 09 00 01 'x' 03 03 00 09 'hi'", { level: 5 });
    expect(rulesOf(decoded)).toEqual(['mqtt-field-overruns']);
    expect(decoded.payload).toEqual({ start: 9, end: 11 });
  });

  it('reports properties that are longer than the packet once', () => {
    const decoded = decodeSource("30 05 00 01 'x' 30 01", { level: 5 });
    expect(rulesOf(decoded)[0]).toBe('mqtt-field-overruns');
    expect(decoded.payload).toBeNull();
  });

  it.each([
    ['21 00 0a', 'Receive Maximum', 'at most 10 messages without their acknowledgement'],
    ['22 00 00', 'Topic Alias Maximum', 'no topic aliases'],
    ['22 00 05', 'Topic Alias Maximum', 'topic aliases up to 5'],
    ['24 01', 'Maximum QoS', 'QoS 0 and 1'],
    ['27 00 00 04 00', 'Maximum Packet Size', '1024 bytes'],
    ['11 ff ff ff ff', 'Session Expiry Interval', 'never expires'],
  ])('spell out %s', (source, name, meaning) => {
    const length = source.split(' ').length;
    const hex = (value: number) => value.toString(16).padStart(2, '0');
    const { fields } = decodeSource(`20 ${hex(length + 3)} 00 00 ${hex(length)} ${source}`, {
      level: 5,
    });
    expect(fieldAt(fields, 'Properties', name).meaning).toBe(meaning);
  });
});
