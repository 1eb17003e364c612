import { describe, expect, it } from 'vitest';
import { decodePacket } from '../decode-packet.ts';
import { decodeSource, rulesOf } from '../testing/decode-source.ts';
import { fieldAt, outline, rangeProblems } from '../testing/field-tree.ts';

describe('the decoder, on subscriptions', () => {
  // The example of MQTT 3.1.1 §3.8.3.
  it('finds filters with the QoS asked for', () => {
    const { fields, findings } = decodeSource("82 0e 00 0a 00 03 'a/b' 01 00 03 'c/d' 02");
    expect(outline(fields).slice(5)).toEqual([
      'Packet Identifier [2, 4) 10',
      'Subscription [4, 10) a/b (QoS 1: at least once)',
      '  Topic Filter [4, 9) a/b',
      '    Length [4, 6) 3',
      '  Requested QoS [9, 10) 0x01 (QoS 1: at least once)',
      '    Reserved [9, 10) 0',
      '    QoS [9, 10) 1 (at least once)',
      'Subscription [10, 16) c/d (QoS 2: exactly once)',
      '  Topic Filter [10, 15) c/d',
      '    Length [10, 12) 3',
      '  Requested QoS [15, 16) 0x02 (QoS 2: exactly once)',
      '    Reserved [15, 16) 0',
      '    QoS [15, 16) 2 (exactly once)',
    ]);
    expect(findings).toEqual([]);
  });

  it('finds the options of MQTT 5', () => {
    const { fields } = decodeSource("82 09 00 0a 00 00 03 'a/#' 1d", { level: 5 });
    const options = fieldAt(fields, 'Subscription', 'Subscription Options').children;
    expect(options.map(({ name, value }) => [name, value])).toEqual([
      ['Reserved', '0'],
      ['Retain Handling', '1'],
      ['Retain As Published', '1'],
      ['No Local', '1'],
      ['QoS', '1'],
    ]);
  });

  it('names every granted code', () => {
    const { fields } = decodeSource('90 06 00 0a 00 01 02 80');
    expect(fields.slice(2).map(({ value, meaning }) => [value, meaning])).toEqual([
      ['0', 'Success: maximum QoS 0'],
      ['1', 'Success: maximum QoS 1'],
      ['2', 'Success: maximum QoS 2'],
      ['128', 'Failure'],
    ]);
  });

  it('reads UNSUBSCRIBE and its answer, which has codes from MQTT 5 on', () => {
    const { fields } = decodeSource("a2 0c 00 0a 00 03 'a/b' 00 03 'c/d'");
    expect(fields.slice(2).map(({ name, value }) => [name, value])).toEqual([
      ['Topic Filter', 'a/b'],
      ['Topic Filter', 'c/d'],
    ]);
    expect(decodeSource('b0 02 00 0a').findings).toEqual([]);
    const answer = decodeSource('b0 05 00 0a 00 00 11', { level: 5 });
    expect(answer.fields.at(-1)?.meaning).toBe('No subscription existed');
  });

  it.each([
    ['82 02 00 0a', 4, 'mqtt-subscribe-empty'],
    ['a2 02 00 0a', 4, 'mqtt-unsubscribe-empty'],
    ['90 02 00 0a', 4, 'mqtt-answer-empty'],
    ["82 06 00 0a 00 01 'a' 03", 4, 'mqtt-subscription-qos'],
    ["82 06 00 0a 00 01 'a' 08", 4, 'mqtt-subscription-reserved'],
    ["82 07 00 0a 00 00 01 'a' 40", 5, 'mqtt-subscription-reserved'],
    ["82 07 00 0a 00 00 01 'a' 30", 5, 'mqtt-retain-handling'],
    ["82 10 00 0a 00 00 0a '$share/g/x' 04", 5, 'mqtt-no-local-shared'],
    ['82 05 00 0a 00 00 00', 4, 'mqtt-filter-empty'],
    ["82 07 00 0a 00 02 'a#' 00", 4, 'mqtt-filter-multi-level'],
    ["82 07 00 0a 00 02 'a+' 00", 4, 'mqtt-filter-single-level'],
    ["82 0e 00 0a 00 00 08 '$share/g' 00", 5, 'mqtt-filter-share-name'],
    ['90 03 00 0a 03', 4, 'mqtt-undefined-suback-code'],
  ] as const)('reports %s in version %i as %s', (source, level, rule) => {
    expect(rulesOf(decodeSource(source, { level }))).toEqual([rule]);
  });

  it('takes $share before MQTT 5 for a level like any other', () => {
    expect(rulesOf(decodeSource("82 0d 00 0a 00 08 '$share/g' 00"))).toEqual([]);
  });

  it('ends a list that is too long to be shown, and says so', () => {
    const codes = 70_000;
    const bytes = new Uint8Array(codes + 6);
    bytes.set([0x90, 0xf2, 0xa2, 0x04, 0, 10]);
    const decoded = decodePacket(bytes, { level: 4 });
    expect(rulesOf(decoded)).toEqual(['mqtt-too-many-entries']);
    expect(decoded.fields).toHaveLength(2 + 4096 + 1);
    expect(rangeProblems(decoded.fields, bytes.length)).toEqual([]);
    expect(decoded.fields.at(-1)?.value).toMatch(/… and \d+ bytes more$/);
  });
});
