import { describe, expect, it } from 'vitest';
import { decodeSource, rulesOf } from '../testing/decode-source.ts';
import { fieldAt, outline } from '../testing/field-tree.ts';

describe('the decoder, on PUBLISH', () => {
  // The example of MQTT 3.1.1 §3.3.2.3: QoS 1, topic a/b, packet identifier 10.
  it('finds flags, topic, identifier and payload', () => {
    const decoded = decodeSource("3b 09 00 03 'a/b' 00 0a 'hi'");
    expect(outline(decoded.fields)).toEqual([
      'Fixed header [0, 2) PUBLISH (QoS 1, DUP, RETAIN)',
      '  Control Packet Type and flags [0, 1) 0x3b (PUBLISH)',
      '    Control Packet Type [0, 1) 3 (PUBLISH)',
      '    DUP [0, 1) 1 (may be a redelivery)',
      '    QoS [0, 1) 1 (at least once)',
      '    RETAIN [0, 1) 1 (retained)',
      '  Remaining Length [1, 2) 9 (9 bytes)',
      'Topic Name [2, 7) a/b',
      '  Length [2, 4) 3',
      'Packet Identifier [7, 9) 10',
      'Payload [9, 11) 2 bytes',
    ]);
    expect(decoded.payload).toEqual({ start: 9, end: 11 });
    expect(decoded.findings).toEqual([]);
  });

  it('counts bytes, not characters', () => {
    const decoded = decodeSource("30 0b 00 06 e6 b8 a9 e5 ba a6 'abc'");
    expect(fieldAt(decoded.fields, 'Topic Name')).toMatchObject({
      value: '温度',
      start: 2,
      end: 10,
    });
    expect(decoded.payload).toEqual({ start: 10, end: 13 });
  });

  it('gives an empty message its place', () => {
    expect(decodeSource("30 03 00 01 'a'").payload).toEqual({ start: 5, end: 5 });
  });

  it('resolves a topic alias', () => {
    const source = '30 06 00 00 03 23 00 07';
    const known = decodeSource(source, { level: 5, resolveAlias: (alias) => `topic/${alias}` });
    expect(fieldAt(known.fields, 'Topic Name').meaning).toBe('Topic Alias 7: topic/7');
    expect(known.findings).toEqual([]);
    expect(rulesOf(decodeSource(source, { level: 5 }))).toEqual(['mqtt-topic-alias-unknown']);
  });

  it.each([
    ["36 05 00 01 'a' 00 01", 4, 'mqtt-publish-qos'],
    ["38 03 00 01 'a'", 4, 'mqtt-dup-qos0'],
    ["30 05 00 03 'a/#'", 4, 'mqtt-wildcard-in-topic'],
    ['30 02 00 00', 4, 'mqtt-topic-empty'],
    ['30 03 00 00 00', 5, 'mqtt-topic-empty'],
    ["32 05 00 01 'a' 00 00", 4, 'mqtt-packet-id-zero'],
    ["30 07 00 01 'a' 03 23 00 00", 5, 'mqtt-topic-alias-zero'],
    ["30 07 00 01 'a' 02 01 01 ff", 5, 'mqtt-payload-not-utf8'],
    ['30 04 00 02 c3 28', 4, 'mqtt-invalid-utf8'],
    ['30 04 00 02 61 00', 4, 'mqtt-null-character'],
    ['30 04 00 02 61 0a', 4, 'mqtt-control-character'],
  ] as const)('reports %s in version %i as %s', (source, level, rule) => {
    expect(rulesOf(decodeSource(source, { level }))).toEqual([rule]);
  });
});
