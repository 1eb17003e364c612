import fc from 'fast-check';
import { generate, type Packet, parser } from 'mqtt-packet';
import { describe, expect, it } from 'vitest';
import { decodePacket } from './decode-packet.ts';
import type { ProtocolLevel } from './packet-types.ts';
import { asParsed, onTheWire } from './testing/as-parsed.ts';
import { rangeProblems } from './testing/field-tree.ts';

const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .filter((value) => !/\p{Cc}/u.test(value));
const topic = text.map((value) => `t${value.replace(/[+#]/g, '')}`);
const filter = fc.oneof(
  topic,
  topic.map((value) => `${value}/#`),
  topic.map((value) => `+/${value}`),
);
const bytes = fc.uint8Array({ maxLength: 24 }).map((value) => Buffer.from(value));
const id = fc.integer({ min: 1, max: 0xffff });
const qos = fc.constantFrom(0 as const, 1 as const, 2 as const);
const uint16 = fc.integer({ min: 1, max: 0xffff });
const uint32 = fc.integer({ min: 1, max: 0xffff_ffff });

/** What each property of mqtt-packet may be; user properties are in all of them. */
const property = {
  userProperties: fc.dictionary(
    fc.string({ unit: fc.constantFrom('a', 'b', '度'), minLength: 1, maxLength: 3 }),
    // mqtt-packet's parser forgets an empty value that another of the same name follows.
    fc.oneof(
      text,
      fc.array(
        text.map((value) => `v${value}`),
        { minLength: 2, maxLength: 3 },
      ),
    ),
    { minKeys: 1, maxKeys: 3 },
  ),
  sessionExpiryInterval: uint32,
  willDelayInterval: uint32,
  receiveMaximum: uint16,
  maximumPacketSize: uint32,
  topicAliasMaximum: uint16,
  requestResponseInformation: fc.boolean(),
  requestProblemInformation: fc.boolean(),
  authenticationMethod: text,
  authenticationData: bytes,
  payloadFormatIndicator: fc.constant(false),
  messageExpiryInterval: uint32,
  contentType: text,
  responseTopic: topic,
  correlationData: bytes,
  maximumQoS: fc.constantFrom(0, 1),
  retainAvailable: fc.boolean(),
  assignedClientIdentifier: text,
  reasonString: text,
  wildcardSubscriptionAvailable: fc.boolean(),
  subscriptionIdentifiersAvailable: fc.boolean(),
  sharedSubscriptionAvailable: fc.boolean(),
  serverKeepAlive: uint16,
  responseInformation: text,
  serverReference: text,
  topicAlias: uint16,
  subscriptionIdentifier: fc.integer({ min: 1, max: 0x0fff_ffff }),
};

/** Any of the named properties, in any combination. */
const properties = (...names: readonly (keyof typeof property)[]) => {
  const chosen = names.map((name) => [name, property[name]] as const);
  return fc.record(Object.fromEntries<fc.Arbitrary<unknown>>(chosen), { requiredKeys: [] });
};

const reason = (...codes: readonly number[]) => fc.constantFrom(...codes);
const answer = properties('reasonString', 'userProperties');

const will = (five: boolean) =>
  fc.record({
    topic,
    payload: bytes,
    qos,
    retain: fc.boolean(),
    ...(five && {
      properties: properties(
        'willDelayInterval',
        'payloadFormatIndicator',
        'messageExpiryInterval',
        'contentType',
        'responseTopic',
        'correlationData',
        'userProperties',
      ),
    }),
  });

const connect = (level: ProtocolLevel) =>
  fc
    .record(
      {
        cmd: fc.constant('connect'),
        protocolVersion: fc.constant(level),
        protocolId: fc.constant(level === 3 ? 'MQIsdp' : 'MQTT'),
        clientId: text.map((value) => `c${value}`),
        clean: fc.boolean(),
        keepalive: fc.integer({ min: 0, max: 0xffff }),
        username: text.map((value) => `u${value}`),
        password: fc.uint8Array({ minLength: 1, maxLength: 24 }).map((value) => Buffer.from(value)),
        will: will(level === 5),
        ...(level === 5 && {
          properties: properties(
            'sessionExpiryInterval',
            'receiveMaximum',
            'maximumPacketSize',
            'topicAliasMaximum',
            'requestResponseInformation',
            'requestProblemInformation',
            'userProperties',
            'authenticationMethod',
            'authenticationData',
          ),
        }),
      },
      { requiredKeys: ['cmd', 'protocolVersion', 'protocolId', 'clientId', 'clean', 'keepalive'] },
    )
    // mqtt-packet writes no password without a user name, not even in MQTT 5.
    .filter((packet) => packet.username !== undefined || packet.password === undefined);

const connackProperties = properties(
  'sessionExpiryInterval',
  'receiveMaximum',
  'maximumQoS',
  'retainAvailable',
  'maximumPacketSize',
  'assignedClientIdentifier',
  'topicAliasMaximum',
  'reasonString',
  'userProperties',
  'wildcardSubscriptionAvailable',
  'subscriptionIdentifiersAvailable',
  'sharedSubscriptionAvailable',
  'serverKeepAlive',
  'responseInformation',
  'serverReference',
  'authenticationMethod',
  'authenticationData',
);

const publish = (five: boolean) =>
  fc
    .record({
      cmd: fc.constant('publish'),
      topic,
      qos,
      dup: fc.boolean(),
      retain: fc.boolean(),
      messageId: id,
      payload: bytes,
      ...(five && {
        properties: properties(
          'payloadFormatIndicator',
          'messageExpiryInterval',
          'topicAlias',
          'responseTopic',
          'correlationData',
          'userProperties',
          'subscriptionIdentifier',
          'contentType',
        ),
      }),
    })
    .map((packet) => ({ ...packet, dup: packet.dup && packet.qos > 0 }));

const acknowledgement = (five: boolean) =>
  fc.record({
    cmd: fc.constantFrom('puback', 'pubrec', 'pubrel', 'pubcomp'),
    messageId: id,
    ...(five && { reasonCode: fc.constant(0), properties: answer }),
  });

const subscription = (five: boolean) =>
  fc.record({
    topic: filter,
    qos,
    ...(five && { nl: fc.boolean(), rap: fc.boolean(), rh: fc.constantFrom(0, 1, 2) }),
  });

const shared = (five: boolean) => [
  publish(five),
  acknowledgement(five),
  fc.record({
    cmd: fc.constant('subscribe'),
    messageId: id,
    subscriptions: fc.array(subscription(five), { minLength: 1, maxLength: 4 }),
    ...(five && { properties: properties('subscriptionIdentifier', 'userProperties') }),
  }),
  fc.record({
    cmd: fc.constant('suback'),
    messageId: id,
    granted: fc.array(reason(0, 1, 2, 0x80), { minLength: 1, maxLength: 4 }),
    ...(five && { properties: answer }),
  }),
  fc.record({
    cmd: fc.constant('unsubscribe'),
    messageId: id,
    unsubscriptions: fc.array(filter, { minLength: 1, maxLength: 4 }),
    ...(five && { properties: properties('userProperties') }),
  }),
  fc.record({
    cmd: fc.constant('unsuback'),
    messageId: id,
    ...(five && {
      granted: fc.array(reason(0, 0x11, 0x87), { minLength: 1, maxLength: 4 }),
      properties: answer,
    }),
  }),
  fc.record({ cmd: fc.constantFrom('pingreq', 'pingresp') }),
];

const olderPackets = (level: 3 | 4) => [
  connect(level),
  fc
    .record({
      cmd: fc.constant('connack'),
      returnCode: reason(0, 1, 2, 3, 4, 5),
      sessionPresent: fc.boolean(),
    })
    .map((packet) => ({
      ...packet,
      sessionPresent: level === 4 && packet.returnCode === 0 && packet.sessionPresent,
    })),
  fc.record({ cmd: fc.constant('disconnect') }),
  ...shared(false),
];

const packetsOf5 = [
  connect(5),
  fc
    .record({
      cmd: fc.constant('connack'),
      reasonCode: reason(0, 0x80, 0x87, 0x9f),
      sessionPresent: fc.boolean(),
      properties: connackProperties,
    })
    .map((packet) => ({
      ...packet,
      sessionPresent: packet.reasonCode === 0 && packet.sessionPresent,
    })),
  fc.record({
    cmd: fc.constant('disconnect'),
    reasonCode: reason(0, 4, 0x8e),
    properties: properties(
      'sessionExpiryInterval',
      'reasonString',
      'userProperties',
      'serverReference',
    ),
  }),
  fc.record({
    cmd: fc.constant('auth'),
    reasonCode: reason(0, 0x18, 0x19),
    properties: properties(
      'authenticationMethod',
      'authenticationData',
      'reasonString',
      'userProperties',
    ),
  }),
  ...shared(true),
];

/** Any valid packet of a version, as mqtt-packet writes and reads it. */
function arbitraryPacket(level: ProtocolLevel): fc.Arbitrary<Packet> {
  const kinds: readonly fc.Arbitrary<unknown>[] = level === 5 ? packetsOf5 : olderPackets(level);
  return fc.oneof(...kinds) as fc.Arbitrary<Packet>;
}

function parse(bytes: Buffer, level: ProtocolLevel): Packet {
  const parsed: Packet[] = [];
  const reader = parser({ protocolVersion: level });
  reader.on('packet', (packet) => parsed.push(packet));
  reader.on('error', (error) => {
    throw error;
  });
  reader.parse(bytes);
  if (!parsed[0]) throw new Error('mqtt-packet finds no packet in its own bytes');
  return parsed[0];
}

describe.each([3, 4, 5] as const)('decoded packets of protocol level %i', (level) => {
  it('agree in every field with what mqtt-packet parses from the same bytes', () => {
    fc.assert(
      fc.property(arbitraryPacket(level), (packet) => {
        const bytes = generate(packet, { protocolVersion: level });
        const { fields, findings } = decodePacket(bytes, { level });
        expect(rangeProblems(fields, bytes.length)).toEqual([]);
        expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
        expect(asParsed(bytes, fields, level)).toEqual(onTheWire(parse(bytes, level), level));
      }),
      { numRuns: 1500 },
    );
  });
});
