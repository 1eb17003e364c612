import { generate, type Packet } from 'mqtt-packet';
import { expect, test } from 'vitest';
import { emptyFacts, filtersOf, passwordRange, readFacts } from './packet-facts.ts';

function facts(packet: Packet, level: 3 | 4 | 5 = 4) {
  const bytes = generate(packet, { protocolVersion: level });
  const found = emptyFacts();
  readFacts(bytes, 0, bytes.length, level, found);
  const topic = bytes.subarray(found.topicStart, found.topicEnd).toString();
  return { ...found, topic, bytes };
}

const connect = {
  cmd: 'connect',
  protocolId: 'MQTT',
  clientId: 'pk.dn|securemode=3|',
  clean: true,
  keepalive: 60,
  username: 'dn&pk',
  password: Buffer.from('sécret'),
  will: { topic: 'w', payload: Buffer.from('gone'), qos: 1, retain: false },
} as const;

test('CONNECT gives its level and client id', () => {
  expect(facts({ ...connect, protocolVersion: 4 })).toMatchObject({
    level: 4,
    keepAlive: 60,
    topic: 'pk.dn|securemode=3|',
  });
});

test.each([4, 5] as const)('the password of a level %i CONNECT is found to the byte', (level) => {
  const properties = { sessionExpiryInterval: 5, userProperties: { a: 'b' } };
  const bytes = generate(
    {
      ...connect,
      protocolVersion: level,
      ...(level === 5 ? { properties } : {}),
    },
    { protocolVersion: level },
  );
  const range = passwordRange(bytes);
  expect(bytes.subarray(range?.start, range?.end).toString()).toBe('sécret');
  expect(passwordRange(bytes.subarray(0, bytes.length - 1))).toBeNull();
});

test('a CONNECT without password has no range to mask', () => {
  const { password: _, username: __, ...rest } = connect;
  expect(passwordRange(generate({ ...rest, protocolVersion: 4 }))).toBeNull();
});

test('PUBLISH gives topic and, above QoS 0, its identifier', () => {
  const publish = {
    cmd: 'publish',
    topic: 'a/温',
    payload: 'x',
    dup: false,
    retain: false,
  } as const;
  expect(facts({ ...publish, qos: 0 })).toMatchObject({ topic: 'a/温', packetId: 0 });
  expect(facts({ ...publish, qos: 1, messageId: 38850 })).toMatchObject({ packetId: 38850 });
});

test('the alias of an MQTT 5 PUBLISH is found behind other properties', () => {
  const found = facts(
    {
      cmd: 'publish',
      topic: '',
      payload: 'x',
      qos: 1,
      messageId: 7,
      dup: false,
      retain: false,
      properties: {
        payloadFormatIndicator: true,
        messageExpiryInterval: 9,
        userProperties: { k: 'v' },
        contentType: 'json',
        topicAlias: 12,
      },
    },
    5,
  );
  expect(found).toMatchObject({ topicAlias: 12, topic: '', packetId: 7 });
});

test('answers give identifier and code; of a SUBACK the worst one', () => {
  expect(facts({ cmd: 'connack', returnCode: 4, sessionPresent: false })).toMatchObject({
    code: 4,
  });
  expect(facts({ cmd: 'puback', messageId: 3 })).toMatchObject({ packetId: 3, code: -1 });
  expect(facts({ cmd: 'puback', messageId: 3, reasonCode: 0x97 }, 5)).toMatchObject({ code: 0x97 });
  expect(facts({ cmd: 'suback', messageId: 4, granted: [1, 128, 0] })).toMatchObject({
    packetId: 4,
    code: 128,
  });
  expect(
    facts(
      { cmd: 'suback', messageId: 4, granted: [1, 0x87], properties: { reasonString: 'no' } },
      5,
    ),
  ).toMatchObject({ code: 0x87 });
  expect(facts({ cmd: 'disconnect', reasonCode: 0x8e }, 5)).toMatchObject({ code: 0x8e });
});

test.each([4, 5] as const)(
  'filters of a level %i SUBSCRIBE and UNSUBSCRIBE are listed',
  (level) => {
    const text = (range: Uint8Array) => Buffer.from(range).toString();
    const subscriptions = [
      { topic: 'a/#', qos: 1 },
      { topic: 'b', qos: 0 },
    ] as const;
    const subscribe = generate(
      { cmd: 'subscribe', messageId: 1, subscriptions: [...subscriptions] },
      { protocolVersion: level },
    );
    const unsubscribe = generate(
      { cmd: 'unsubscribe', messageId: 2, unsubscriptions: ['a/#', 'b'] },
      { protocolVersion: level },
    );
    expect(filtersOf(subscribe, level, text)).toBe('a/#, b');
    expect(filtersOf(unsubscribe, level, text)).toBe('a/#, b');
  },
);

test('facts are read at an offset within a chunk', () => {
  const bytes = generate({ cmd: 'puback', messageId: 258 });
  const chunk = Buffer.concat([Buffer.from([1, 2, 3]), bytes, Buffer.from([9])]);
  const found = emptyFacts();
  readFacts(chunk, 3, 3 + bytes.length, 4, found);
  expect(found.packetId).toBe(258);
});
