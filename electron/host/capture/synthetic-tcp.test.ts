import { expect, test } from 'vitest';
import type { Direction } from '../../../shared/contract/packets.ts';
import {
  FLAG_FIN,
  FLAG_SYN,
  type Handshake,
  HEADERS_BYTES,
  SyntheticTcp,
} from './synthetic-tcp.ts';

const headersOf = (write: (target: Buffer) => void) => {
  const target = Buffer.alloc(HEADERS_BYTES, 0xee);
  write(target);
  return {
    length: target.readUInt16BE(2),
    source: [...target.subarray(12, 16)].join('.'),
    sourcePort: target.readUInt16BE(20),
    targetPort: target.readUInt16BE(22),
    sequence: target.readUInt32BE(24),
    acknowledged: target.readUInt32BE(28),
    flags: target[33] ?? 0,
  };
};
const segment = (tcp: SyntheticTcp, sent: boolean, length: number) =>
  headersOf((target) => tcp.writeSegment(target, 0, sent, length));
const step = (tcp: SyntheticTcp, name: Handshake, closer: Direction = 'sent') =>
  headersOf((target) => tcp.writeHandshake(target, 0, name, closer));

test('a connection opens, counts the bytes of both sides and closes behind them', () => {
  const tcp = new SyntheticTcp(0);
  expect(step(tcp, 'syn')).toMatchObject({ sequence: 0, flags: FLAG_SYN, sourcePort: 49_152 });
  expect(step(tcp, 'syn-ack')).toMatchObject({ sequence: 0, acknowledged: 1, sourcePort: 1883 });
  expect(step(tcp, 'ack')).toMatchObject({ sequence: 1, acknowledged: 1 });
  expect(segment(tcp, true, 10)).toMatchObject({ sequence: 1, acknowledged: 1, length: 50 });
  expect(segment(tcp, false, 7)).toMatchObject({ sequence: 1, acknowledged: 11 });
  expect(segment(tcp, true, 5)).toMatchObject({ sequence: 11, acknowledged: 8 });
  const fin = step(tcp, 'fin');
  expect(fin).toMatchObject({ sequence: 16, acknowledged: 8 });
  expect(fin.flags & FLAG_FIN).toBe(FLAG_FIN);
  expect(step(tcp, 'fin-answer')).toMatchObject({ sequence: 8, acknowledged: 17 });
  expect(step(tcp, 'last-ack')).toMatchObject({ sequence: 17, acknowledged: 9 });
});

test('the side that closes sends the first FIN', () => {
  const tcp = new SyntheticTcp(0);
  segment(tcp, true, 10);
  segment(tcp, false, 7);
  const fin = step(tcp, 'fin', 'received');
  expect(fin).toMatchObject({ sourcePort: 1883, sequence: 8, acknowledged: 11 });
  expect(fin.flags & FLAG_FIN).toBe(FLAG_FIN);
  expect(step(tcp, 'fin-answer', 'received')).toMatchObject({
    targetPort: 1883,
    sequence: 11,
    acknowledged: 9,
  });
  expect(step(tcp, 'last-ack', 'received')).toMatchObject({
    sourcePort: 1883,
    sequence: 9,
    acknowledged: 12,
  });
});

test('sequence numbers wrap as TCP has it', () => {
  const tcp = new SyntheticTcp(0);
  // 65,536 segments of 65,536 - 64 bytes end 4,194,304 bytes before the wrap; 65 more go past it.
  for (let count = 0; count < 65_536 + 65; count += 1) segment(tcp, true, 65_472);
  expect(segment(tcp, true, 1).sequence).toBe(1 + 65 * 65_472 - 64 * 65_536);
});

test('no two of many connections share an address and a port', () => {
  const seen = new Set<string>();
  for (let connection = 0; connection < 40_000; connection += 1) {
    const { source, sourcePort } = step(new SyntheticTcp(connection), 'syn');
    seen.add(`${source}:${sourcePort}`);
    expect(source).not.toBe('10.0.0.2');
  }
  expect(seen.size).toBe(40_000);
});
