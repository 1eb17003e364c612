import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingSchema } from '../contract/packets.ts';
import { decodeRuleNames } from './decode/rules.ts';
import { decodePacket } from './decode-packet.ts';
import type { ProtocolLevel } from './packet-types.ts';
import { rangeProblems } from './testing/field-tree.ts';
import { packetOf } from './testing/packet-of.ts';
import { samplePackets } from './testing/sample-packets.ts';

const level = fc.constantFrom<ProtocolLevel>(3, 4, 5);

/** A change to bytes: some overwritten, inserted or removed, or all behind a place cut off. */
const mutation = fc.record({
  kind: fc.constantFrom('overwrite', 'insert', 'remove', 'cut'),
  /** Where, as a part of the length. */
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
});

const corrupted = fc
  .record({
    sample: fc.constantFrom(...samplePackets),
    mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }),
    otherLevel: fc.option(level),
  })
  .map(({ sample, mutations, otherLevel }) => {
    const bytes = [...packetOf(sample[1])];
    for (const { kind, place, bytes: some } of mutations) {
      const at = Math.floor(place * bytes.length);
      if (kind === 'cut') bytes.length = at;
      else
        bytes.splice(at, kind === 'insert' ? 0 : some.length, ...(kind === 'remove' ? [] : some));
    }
    return { bytes: Uint8Array.from(bytes), level: otherLevel ?? sample[0] };
  });

describe('the decoder', () => {
  it.each(samplePackets)(
    'has nothing to say against a valid packet of level %i, %s',
    (level, source) => {
      const bytes = packetOf(source);
      const { fields, findings } = decodePacket(bytes, { level, resolveAlias: () => 'topic' });
      expect(findings).toEqual([]);
      expect(rangeProblems(fields, bytes.length)).toEqual([]);
    },
  );

  it('returns fields that tile the bytes and known findings for 10,000 corrupted packets', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(corrupted, ({ bytes, level }) => {
        const { fields, findings, payload } = decodePacket(bytes, { level });
        expect(rangeProblems(fields, bytes.length)).toEqual([]);
        for (const finding of findings) {
          findingSchema.parse(finding);
          seen.add(finding.rule);
        }
        if (payload) {
          expect(payload.start).toBeLessThanOrEqual(payload.end);
          expect(payload.end).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 10_000 },
    );
    expect(decodeRuleNames).toEqual(expect.arrayContaining([...seen]));
    // Most rules are broken by some corruption: the mutations reach into every part of the decoder.
    expect(seen.size).toBeGreaterThan(decodeRuleNames.length / 2);
  });

  it('returns fields that tile bytes which were never a packet', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), level, (bytes, level) => {
        expect(rangeProblems(decodePacket(bytes, { level }).fields, bytes.length)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
