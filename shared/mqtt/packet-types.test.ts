import { describe, expect, it } from 'vitest';
import {
  dupOf,
  packetFamilyOf,
  packetTypeNames,
  packetTypeNumbers,
  packetTypeOf,
  qosOf,
  retainOf,
} from './packet-types.ts';

describe('control packet types', () => {
  it('have the number under which the first byte names them', () => {
    for (const name of packetTypeNames) {
      expect(packetTypeOf(packetTypeNumbers[name] << 4)).toBe(name);
    }
    expect(packetTypeOf(0x32)).toBe('PUBLISH');
    expect(packetTypeOf(0xff)).toBe('AUTH');
  });

  it('belong to the family of their purpose', () => {
    expect(packetFamilyOf('DISCONNECT')).toBe('connection');
    expect(packetFamilyOf('PUBREL')).toBe('acknowledgement');
    expect(packetFamilyOf('UNSUBACK')).toBe('subscription');
    expect(packetFamilyOf('RESERVED')).toBe('broken');
  });
});

describe('the flags of a PUBLISH', () => {
  it('are read from its first byte', () => {
    expect([dupOf(0x3b), qosOf(0x3b), retainOf(0x3b)]).toEqual([true, 1, true]);
    expect([dupOf(0x34), qosOf(0x34), retainOf(0x34)]).toEqual([false, 2, false]);
  });
});
