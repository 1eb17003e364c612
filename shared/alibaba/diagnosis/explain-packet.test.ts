import { describe, expect, test } from 'vitest';
import type { DeviceTarget } from '../../contract/devices.ts';
import { explainPacket, type PacketFacts, PLATFORM_LIMITS } from './explain-packet.ts';

const local: DeviceTarget = {
  kind: 'local',
  productKey: 'a1pk',
  deviceName: 'lamp',
  signMethod: 'hmacsha1',
  clientId: '',
  keepAlive: 60,
  cleanSession: false,
};
const cloud: DeviceTarget = {
  ...local,
  kind: 'alibaba-public',
  region: 'cn-shanghai',
  transport: 'tls',
  port: 8883,
  rootCertificate: null,
};
const broker: DeviceTarget = {
  kind: 'broker',
  name: 'bench',
  host: 'broker.test',
  keepAlive: 60,
  cleanSession: true,
  transport: 'tcp',
  port: 1883,
  rootCertificate: null,
  mqttVersion: '5',
  clientId: '',
  username: '',
};

const packet = (header: number, more: Partial<PacketFacts> = {}): PacketFacts => ({
  header,
  code: null,
  direction: 'sent',
  topic: null,
  size: 4,
  ...more,
});
const rules = (facts: PacketFacts, target: DeviceTarget) =>
  explainPacket(facts, { target }).map(({ rule }) => rule);

const post = '/sys/a1pk/lamp/thing/event/property/post';
/** The size of a QoS 1 PUBLISH (MQTT 3.1.1 §3.3) whose remaining length takes three bytes. */
const publishSize = (topic: string, payload: number) => 1 + 3 + 2 + topic.length + 2 + payload;

describe('explainPacket', () => {
  test.each([
    [0x90, 128, 'suback-refused-platform', 'suback-refused'],
    [0x90, 143, 'reason-topic', 'reason-topic'],
    [0x20, 4, 'connack-credentials-platform', 'connack-credentials'],
    [0x20, 132, 'connack-version-platform', 'reason-version'],
    [0x20, 133, 'connack-client-id-platform', 'reason-client-id'],
    [0x20, 134, 'connack-credentials-platform', 'reason-credentials'],
    [0x20, 135, 'connack-not-authorized-platform', 'reason-not-authorized'],
    [0x20, 136, 'connack-unavailable-platform', 'reason-unavailable'],
    [0x20, 138, 'reason-banned', 'reason-banned'],
    [0x40, 151, 'reason-too-fast', 'reason-too-fast'],
    [0x50, 144, 'reason-topic', 'reason-topic'],
    [0xb0, 135, 'reason-not-authorized', 'reason-not-authorized'],
    [0xe0, 142, 'reason-taken-over', 'reason-taken-over'],
  ])('explains packet 0x%i with code %i', (header, code, onPlatform, elsewhere) => {
    const facts = packet(header, { code, direction: 'received' });
    expect(rules(facts, local)).toEqual([onPlatform]);
    expect(rules(facts, broker)).toEqual([elsewhere]);
  });

  test.each([
    ['/a1pk/lamp/control', 'suback-undefined-platform'],
    ['/a1pk/lamp-02/user/get', 'suback-foreign-platform'],
    ['/sys/a1pk/lamp/#', 'suback-foreign-platform'],
    [post, 'suback-publish-only-platform'],
    // As far as the topic tells it might have been granted: over 100 subscriptions, or changed rights.
    ['/a1pk/lamp/user/get', 'suback-refused-platform'],
    ['/a1pk/lamp/user/get, /a1pk/lamp/control', 'suback-refused-platform'],
  ])('tells from the topic why the platform refused %s', (topic, rule) => {
    const facts = packet(0x90, { code: 128, direction: 'received', topic });
    expect(rules(facts, cloud)).toEqual([rule]);
    expect(rules(facts, broker)).toEqual(['suback-refused']);
  });

  test('knows where a topic is defined for a device of the local platform', () => {
    const topic = '/a1pk/lamp/control';
    const facts = packet(0x90, { code: 128, direction: 'received', topic });
    expect(rules(facts, local)).toEqual(['suback-undefined-local']);
  });

  test.each([
    ['QoS 2', packet(0x34, { topic: post, size: 60 }), 'qos-2-platform'],
    ['retain', packet(0x33, { topic: post, size: 60 }), 'retain-platform'],
    [
      'a topic of 129 bytes in 51 characters',
      packet(0x32, { topic: `/a1pk/lamp/${'灯'.repeat(39)}x`, size: 140 }),
      'topic-too-long-platform',
    ],
    [
      'a custom topic of eight slashes',
      packet(0x32, { topic: '/a1pk/lamp/1/2/3/4/5/6', size: 60 }),
      'topic-too-deep-platform',
    ],
    [
      'a filter that is too deep among others',
      packet(0x82, { topic: '/a1pk/lamp/user/get, /a1pk/lamp/1/2/3/4/5/6', size: 60 }),
      'topic-too-deep-platform',
    ],
    [
      'one byte over 256 KB',
      packet(0x32, { topic: post, size: publishSize(post, PLATFORM_LIMITS.payloadBytes + 1) }),
      'payload-too-large-platform',
    ],
  ])('warns of %s on the platform only', (_name, facts, rule) => {
    expect(rules(facts, local)).toEqual([rule]);
    expect(rules(facts, broker)).toEqual([]);
  });

  test('says nothing of what the platform takes just so', () => {
    const size = publishSize(post, PLATFORM_LIMITS.payloadBytes);
    expect(rules(packet(0x32, { topic: post, size }), local)).toEqual([]);
    expect(rules(packet(0x32, { topic: '/a1pk/lamp/1/2/3/4/5', size: 60 }), local)).toEqual([]);
    const deep = '/sys/a1pk/lamp/thing/file/upload/mqtt/init';
    expect(rules(packet(0x32, { topic: deep, size: 60 }), local)).toEqual([]);
  });

  test('blames the device for nothing that it received', () => {
    const facts = packet(0x35, { topic: '/a/1/2/3/4/5/6/7/8', size: 60, direction: 'received' });
    expect(rules(facts, local)).toEqual([]);
  });

  test('says each thing once', () => {
    const topic = '/a1pk/lamp/1/2/3/4/5/6, /a1pk/lamp/1/2/3/4/5/7';
    expect(rules(packet(0x82, { topic, size: 70 }), local)).toEqual(['topic-too-deep-platform']);
  });

  test('finds nothing in a healthy session: connect, ping, post, subscribe, unsubscribe', () => {
    const own = '/a1pk/lamp/user/get';
    const session: readonly PacketFacts[] = [
      packet(0x10, { topic: 'x|securemode=3,signmethod=hmacsha1|', size: 120 }),
      packet(0x20, { code: 0, direction: 'received' }),
      packet(0xc0, { size: 2 }),
      packet(0xd0, { size: 2, direction: 'received' }),
      packet(0x32, { topic: post, size: 150 }),
      packet(0x40, { direction: 'received' }),
      packet(0x82, { topic: own, size: 40 }),
      packet(0x90, { code: 0, size: 5, direction: 'received' }),
      packet(0xa2, { topic: own, size: 40 }),
      packet(0xb0, { direction: 'received' }),
      packet(0xe0, { size: 2 }),
    ];
    for (const target of [local, broker])
      expect(session.flatMap((facts) => rules(facts, target))).toEqual([]);
  });
});
