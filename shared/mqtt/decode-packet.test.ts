import { describe, expect, it } from 'vitest';
import { decodePacket } from './decode-packet.ts';
import { decodeSource, rulesOf } from './testing/decode-source.ts';
import { fieldAt, rangeProblems } from './testing/field-tree.ts';
import { packetOf } from './testing/packet-of.ts';

describe('the decoder, on bytes that are no whole packet', () => {
  it('yields the fields there are of a truncated packet, and one finding', () => {
    const whole = "32 0d 00 03 'a/b' 00 0a 'hello!'";
    const size = packetOf(whole).length;
    for (let cut = 0; cut < size; cut++) {
      const bytes = packetOf(whole).subarray(0, cut);
      const decoded = decodePacket(bytes, { level: 4 });
      expect(rulesOf(decoded)).toEqual(['mqtt-truncated']);
      expect(rangeProblems(decoded.fields, cut)).toEqual([]);
    }
    const cut = decodePacket(packetOf(whole).subarray(0, 6), { level: 4 });
    expect(fieldAt(cut.fields, 'Topic Name')).toMatchObject({
      value: 'a/',
      meaning: 'incomplete: 2 of 3 bytes',
    });
    expect(cut.findings[0]?.values).toEqual({ present: 6, missing: 9 });
  });

  it('reports a Remaining Length of five bytes and keeps what follows', () => {
    const decoded = decodeSource('30 80 80 80 80 01 02');
    expect(rulesOf(decoded)).toEqual(['mqtt-integer-malformed']);
    expect(decoded.fields.at(-1)).toMatchObject({ name: 'Undecoded bytes', value: '01 02' });
  });

  it('reports bytes behind the end of the packet', () => {
    expect(rulesOf(decodeSource('c0 00 d0 00'))).toEqual(['mqtt-bytes-after-packet']);
  });

  it('reports what is left of a packet that should be at its end', () => {
    expect(rulesOf(decodeSource('c0 01 00'))).toEqual(['mqtt-trailing-bytes']);
  });

  it('reports a string that is longer than the packet', () => {
    const decoded = decodeSource("30 04 00 09 'ab'");
    expect(decoded.findings).toEqual([
      {
        severity: 'error',
        rule: 'mqtt-field-overruns',
        values: { field: 'Topic Name', needed: 9, left: 2 },
        source: 'MQTT 3.1.1 §2.2.3',
      },
    ]);
    expect(decoded.payload).toBeNull();
  });
});
