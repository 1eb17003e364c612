import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wire } from '../testing/import-file.ts';
import { looksLikeMqtt } from './looks-like-mqtt.ts';

const { connect, connack, publish, puback } = wire;

test.each([
  ['CONNECT', connect],
  ['CONNACK', connack],
  ['PUBLISH', publish(1)],
  ['several packets', Buffer.concat([puback(1), publish(2), Buffer.from([0xc0, 0])])],
  ['the beginning of a packet', publish(1, 'x'.repeat(500)).subarray(0, 20)],
  ['a packet and the first byte of another', Buffer.concat([puback(1), Buffer.from([0x30])])],
])('%s looks like MQTT', (_, bytes) => {
  expect(looksLikeMqtt(bytes)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['one byte', '30'],
  ['the reserved type', '0000'],
  ['TLS', '160301020001000200'],
  ['a PINGREQ with a body', 'c00101'],
  ['QoS 3', '360500016100'],
  ['flags that its type does not have', '41020001'],
  ['a topic longer than its packet', '3004ffff6161'],
  ['five bytes of length', '30ffffffff01'],
  ['a packet and what is none', '40020001ff00'],
])('%s does not', (_, hex) => {
  expect(looksLikeMqtt(Buffer.from(hex, 'hex'))).toBe(false);
});

test('JSON never does', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 40, maxLength: 80 }), (text) => {
      const json = Buffer.from(JSON.stringify({ text }));
      expect(looksLikeMqtt(json)).toBe(false);
    }),
  );
});
