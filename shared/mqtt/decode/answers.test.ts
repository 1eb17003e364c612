import { describe, expect, it } from 'vitest';
import { decodeSource, rulesOf } from '../testing/decode-source.ts';
import { fieldAt, outline } from '../testing/field-tree.ts';

describe('the decoder, on CONNACK', () => {
  it('names return code and session', () => {
    const { fields, findings } = decodeSource('20 02 01 00');
    expect(fieldAt(fields, 'Connect Acknowledge Flags').meaning).toBe(
      'earlier subscriptions are still in force',
    );
    expect(fieldAt(fields, 'Connect Acknowledge Flags', 'Session Present').value).toBe('1');
    expect(fieldAt(fields, 'Return Code')).toMatchObject({
      value: '0',
      meaning: 'Connection accepted',
      start: 3,
      end: 4,
    });
    expect(findings).toEqual([]);
  });

  it.each([
    ['20 02 02 00', 4, 'mqtt-connack-flags', 'MQTT 3.1.1 §3.2.2.1'],
    ['20 02 01 05', 4, 'mqtt-session-present-refused', '[MQTT-3.2.2-4]'],
    ['20 03 01 87 00', 5, 'mqtt-session-present-refused', '[MQTT-3.2.2-6]'],
    ['20 02 00 06', 4, 'mqtt-undefined-code', 'MQTT 3.1.1 §3.2.2.3'],
    ['20 03 00 92 00', 5, 'mqtt-undefined-code', 'MQTT 5.0 §2.4'],
    ['20 02 01 00', 3, 'mqtt-connack-flags', 'MQTT 3.1.1 §3.2.2.1'],
  ] as const)('reports %s in version %i as %s by %s', (source, level, rule, clause) => {
    const { findings } = decodeSource(source, { level });
    expect(findings.map((finding) => [finding.rule, finding.source])).toEqual([[rule, clause]]);
  });

  it('understands a broker that refuses MQTT 5 in the form of 3.1.1', () => {
    const decoded = decodeSource('20 02 00 01', { level: 5 });
    expect(fieldAt(decoded.fields, 'Return Code').meaning).toBe(
      'Connection refused: unacceptable protocol version',
    );
    expect(rulesOf(decoded)).toEqual(['mqtt-connack-of-older-version']);
  });
});

describe('the decoder, on acknowledgements', () => {
  it.each([
    ['40 02 00 0a', 'PUBACK'],
    ['50 02 00 0a', 'PUBREC'],
    ['62 02 00 0a', 'PUBREL'],
    ['70 02 00 0a', 'PUBCOMP'],
  ])('reads the packet identifier of %s, a %s', (source, type) => {
    const { fields, findings } = decodeSource(source);
    expect(fieldAt(fields, 'Fixed header').value).toBe(type);
    expect(fieldAt(fields, 'Packet Identifier')).toMatchObject({ value: '10', start: 2, end: 4 });
    expect(findings).toEqual([]);
  });

  it('reads reason code and properties, which MQTT 5 lets a sender leave out', () => {
    expect(
      outline(decodeSource("40 0b 00 0a 10 07 1f 00 04 'none'", { level: 5 }).fields).slice(5),
    ).toEqual([
      'Packet Identifier [2, 4) 10',
      'Reason Code [4, 5) 16 (No matching subscribers)',
      'Properties [5, 13) (1 property)',
      '  Property Length [5, 6) 7',
      '  Reason String [6, 13) none',
      '    Property Identifier [6, 7) 31 (Reason String)',
      '    Value [7, 13) none',
      '      Length [7, 9) 4',
    ]);
    for (const source of ['40 02 00 0a', '40 03 00 0a 00', '40 04 00 0a 00 00']) {
      expect(decodeSource(source, { level: 5 }).findings).toEqual([]);
    }
  });

  it('wants the flags 0010 for PUBREL, and leaves DUP to MQTT 3.1', () => {
    expect(rulesOf(decodeSource('60 02 00 0a'))).toEqual(['mqtt-reserved-flags']);
    expect(rulesOf(decodeSource('6a 02 00 0a'))).toEqual(['mqtt-reserved-flags']);
    expect(rulesOf(decodeSource('6a 02 00 0a', { level: 3 }))).toEqual([]);
    expect(rulesOf(decodeSource('60 02 00 0a', { level: 3 }))).toEqual(['mqtt-reserved-flags']);
  });

  it('reports a reason code behind an acknowledgement of 3.1.1', () => {
    const decoded = decodeSource('40 03 00 0a 10');
    expect(rulesOf(decoded)).toEqual(['mqtt-trailing-bytes']);
    expect(fieldAt(decoded.fields, 'Undecoded bytes')).toMatchObject({
      value: '10',
      start: 4,
      end: 5,
    });
  });
});

describe('the decoder, on what has no variable header of its own', () => {
  it.each(['c0 00', 'd0 00', 'e0 00'])('reads %s', (source) => {
    const { fields, findings } = decodeSource(source);
    expect(fields.map((field) => field.name)).toEqual(['Fixed header']);
    expect(findings).toEqual([]);
  });

  it('names the reasons of DISCONNECT and AUTH in MQTT 5', () => {
    const disconnect = decodeSource('e0 01 8e', { level: 5 });
    expect(fieldAt(disconnect.fields, 'Reason Code').meaning).toBe('Session taken over');
    const auth = decodeSource("f0 0c 18 0a 15 00 02 'me' 16 00 02 'pw'", { level: 5 });
    expect(fieldAt(auth.fields, 'Properties', 'Authentication Method').value).toBe('me');
    expect(fieldAt(auth.fields, 'Properties', 'Authentication Data').value).toBe('masked, 2 bytes');
    expect(auth.findings).toEqual([]);
  });

  it.each([
    ['00 02 01 02', 4],
    ['f0 01 18', 4],
  ] as const)('reports the reserved type of %s and keeps its bytes', (source, level) => {
    const decoded = decodeSource(source, { level });
    expect(rulesOf(decoded)).toEqual(['mqtt-reserved-type']);
    expect(decoded.fields.at(-1)?.name).toBe('Undecoded bytes');
  });
});
