import { describe, expect, it } from 'vitest';
import { connackCodeName, isFailure, reasonCodeName } from './reason-codes.ts';

describe('names of return and reason codes', () => {
  it('are those of the version', () => {
    expect(connackCodeName(4, 4)).toBe('Connection refused: bad user name or password');
    expect(connackCodeName(4, 5)).toBeNull();
    expect(connackCodeName(0x86, 5)).toBe('Bad User Name or Password');
    expect(reasonCodeName('SUBACK', 0x80, 4)).toBe('Failure');
    expect(reasonCodeName('SUBACK', 0x80, 5)).toBe('Unspecified error');
  });

  it('are those of the packet that carries the code', () => {
    expect(reasonCodeName('DISCONNECT', 0, 5)).toBe('Normal disconnection');
    expect(reasonCodeName('SUBACK', 0, 5)).toBe('Granted QoS 0');
    expect(reasonCodeName('PUBACK', 0, 5)).toBe('Success');
    expect(reasonCodeName('PUBREL', 0x92, 5)).toBe('Packet Identifier not found');
    expect(reasonCodeName('PUBACK', 0x92, 5)).toBeNull();
  });

  it('are not there for packets without codes', () => {
    expect(reasonCodeName('PUBACK', 0, 4)).toBeNull();
    expect(reasonCodeName('PINGREQ', 0, 5)).toBeNull();
  });
});

describe('a failure', () => {
  it('is any CONNACK code but 0 before MQTT 5, and 0x80 and above everywhere else', () => {
    expect(isFailure('CONNACK', 1, 4)).toBe(true);
    expect(isFailure('CONNACK', 0, 3)).toBe(false);
    expect(isFailure('SUBACK', 2, 4)).toBe(false);
    expect(isFailure('SUBACK', 0x80, 4)).toBe(true);
    expect(isFailure('PUBREC', 0x10, 5)).toBe(false);
    expect(isFailure('CONNACK', 0x87, 5)).toBe(true);
  });
});
