import { expect, test } from 'vitest';
import { connackFacts, connectFacts } from './connect-facts.ts';
import { packetOf } from './testing/packet-of.ts';

test.each([
  [
    '3.1.1 with a will and a password',
    "10 24 00 04 'MQTT' 04 ce 00 0a 00 02 'id' 00 03 'a/b' 00 03 'bye' 00 05 'dn&pk' 00 03 'key'",
    { clientId: 'id', userName: 'dn&pk', keepAlive: 10, hasWill: true },
  ],
  [
    '3.1.1 with nothing optional',
    "10 0e 00 04 'MQTT' 04 02 04 b0 00 02 'id'",
    { clientId: 'id', userName: '', keepAlive: 1200, hasWill: false },
  ],
  [
    '3.1',
    "10 12 00 06 'MQIsdp' 03 02 00 3c 00 04 'id01'",
    { clientId: 'id01', userName: '', keepAlive: 60, hasWill: false },
  ],
  [
    '5 with properties of its own and of the will',
    "10 27 00 04 'MQTT' 05 ce 00 3c 05 11 00 00 00 ff 00 02 'id' 02 01 01 00 03 'a/b' 00 03 'bye' 00 01 'u' 00 01 'p'",
    { clientId: 'id', userName: 'u', keepAlive: 60, hasWill: true },
  ],
])('a CONNECT of version %s says who it is and what it wants', (_version, source, facts) => {
  expect(connectFacts(packetOf(source))).toEqual(facts);
});

test('what is cut off is empty', () => {
  const cut = packetOf("10 24 00 04 'MQTT' 04 ce 00 0a 00 20 'id'");
  expect(connectFacts(cut)).toEqual({
    clientId: 'id',
    userName: '',
    keepAlive: 10,
    hasWill: true,
  });
});

test('another packet is no CONNECT', () => {
  expect(connectFacts(packetOf('20 02 00 00'))).toBeNull();
  expect(connectFacts(new Uint8Array())).toBeNull();
});

test.each([
  ['accepts', '20 02 01 00', { sessionPresent: true, code: 0 }],
  ['refuses', '20 02 00 05', { sessionPresent: false, code: 5 }],
  [
    'of MQTT 5 has properties, however long',
    `20 86 01 01 87 82 01 1f 00 7f ${'41 '.repeat(127)}`,
    { sessionPresent: true, code: 0x87 },
  ],
])('a CONNACK that %s says so', (_, source, facts) => {
  expect(connackFacts(packetOf(source))).toEqual(facts);
  expect(connackFacts(packetOf('c0 00'))).toBeNull();
});
