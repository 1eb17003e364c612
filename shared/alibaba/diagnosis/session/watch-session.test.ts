import { expect, test } from 'vitest';
import type { DeviceTarget } from '../../../contract/devices.ts';
import type { WatchedPacket } from './session-rule.ts';
import { SessionWatch } from './watch-session.ts';

const T = '/sys/a1B2c3D4e5F/lamp-01/thing';
const POST = `${T}/event/property/post`;
const SECOND = 1_000_000;

const lamp: DeviceTarget = {
  kind: 'local',
  productKey: 'a1B2c3D4e5F',
  deviceName: 'lamp-01',
  signMethod: 'hmacsha256',
  clientId: '',
  keepAlive: 60,
  cleanSession: false,
};
const broker: DeviceTarget = {
  kind: 'broker',
  name: 'lab',
  host: 'localhost',
  port: 1883,
  transport: 'tcp',
  keepAlive: 60,
  cleanSession: true,
  rootCertificate: null,
  mqttVersion: '3.1.1',
  clientId: 'c',
  username: '',
};

const headers = {
  CONNECT: 0x10,
  CONNACK: 0x20,
  PUBLISH0: 0x30,
  PUBLISH1: 0x32,
  PUBACK: 0x40,
  SUBSCRIBE: 0x82,
  SUBACK: 0x90,
  UNSUBSCRIBE: 0xa2,
  UNSUBACK: 0xb0,
  PINGREQ: 0xc0,
  PINGRESP: 0xd0,
  DISCONNECT: 0xe0,
} as const;

type Step = Partial<WatchedPacket> & { readonly payload?: string };

/** Plays steps through a watch, half a second apart unless they say when; answers rule by rule. */
function watch(target: DeviceTarget = lamp) {
  const session = new SessionWatch(target);
  let row = 0;
  let time = 0;
  const rules: string[] = [];
  const play = (arrow: '>' | '<', type: keyof typeof headers, step: Step = {}) => {
    time = step.time ?? time + SECOND / 2;
    const { payload = null, ...facts } = step;
    const packet: WatchedPacket = {
      header: headers[type],
      direction: arrow === '>' ? 'sent' : 'received',
      topic: null,
      code: null,
      size: 100,
      packetId: null,
      connection: 0,
      ...facts,
      time,
    };
    const seen = session.wantsPayload(packet) ? payload : null;
    rules.push(...session.packet(row, packet, seen).map(({ finding }) => finding.rule));
    row += 1;
  };
  const overdue = (after: number) =>
    rules.push(...session.overdue(time + after).map(({ finding }) => finding.rule));
  return { play, overdue, rules };
}

test('the healthy session of the article breaks no rule', () => {
  const { play, overdue, rules } = watch();
  play('>', 'CONNECT');
  play('<', 'CONNACK', { code: 0 });
  for (let turn = 0; turn < 10; turn += 1) {
    const packetId = 38_850 + turn;
    play('>', 'PUBLISH1', { topic: POST, packetId, payload: '{"id":"1","params":{}}' });
    play('<', 'PUBACK', { packetId });
    play('>', 'PINGREQ');
    play('<', 'PINGRESP');
  }
  play('>', 'SUBSCRIBE', { topic: '/a1B2c3D4e5F/lamp-01/user/get', packetId: 1 });
  play('<', 'SUBACK', { code: 0, packetId: 1 });
  play('>', 'UNSUBSCRIBE', { topic: '/a1B2c3D4e5F/lamp-01/user/get', packetId: 2 });
  play('<', 'UNSUBACK', { packetId: 2 });
  play('>', 'DISCONNECT');
  overdue(60 * SECOND);
  expect(rules).toEqual([]);
});

test.each([
  ['PUBLISH0', 30, 'publish-rate-qos-0-platform'],
  ['PUBLISH1', 10, 'publish-rate-qos-1-platform'],
] as const)(
  '%s over %i a second is told once a second, at the rate it is not',
  (type, limit, rule) => {
    const within = watch();
    for (let count = 0; count < 3 * limit; count += 1) {
      within.play('>', type, { time: Math.ceil((count * SECOND) / limit) });
    }
    expect(within.rules).toEqual([]);
    const over = watch();
    for (let count = 0; count < 3 * limit; count += 1) {
      over.play('>', type, { time: Math.floor((count * SECOND) / (2 * limit)) });
    }
    expect(over.rules).toEqual([rule]);
  },
);

test('the sixth CONNECT within a minute is over the rate', () => {
  const { play, rules } = watch();
  for (const second of [0, 10, 20, 30, 40]) play('>', 'CONNECT', { time: second * SECOND });
  expect(rules).toEqual([]);
  play('>', 'CONNECT', { time: 50 * SECOND });
  expect(rules).toEqual(['connect-rate-platform']);
});

test.each([
  [lamp, 'reconnect-loop-platform'],
  [broker, 'reconnect-loop'],
] as const)('three connections lost soon after CONNACK are a loop', (target, rule) => {
  const { play, rules } = watch(target);
  for (let turn = 0; turn < 4; turn += 1) {
    play('>', 'CONNECT', { time: turn * 15 * SECOND });
    play('<', 'CONNACK', { code: 0 });
  }
  expect(rules).toEqual([rule]);
});

test('a device that disconnects by itself is in no loop', () => {
  const { play, rules } = watch();
  for (let turn = 0; turn < 4; turn += 1) {
    play('>', 'CONNECT', { time: turn * 15 * SECOND });
    play('<', 'CONNACK', { code: 0 });
    play('>', 'DISCONNECT');
  }
  expect(rules).toEqual([]);
});

test('more than 8 filters in one packet, and more than 100 subscriptions, are too many', () => {
  const filters = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => `/a1B2c3D4e5F/lamp-01/user/${from + at}`).join(', ');
  const { play, rules } = watch();
  play('>', 'SUBSCRIBE', { topic: filters(0, 8) });
  expect(rules).toEqual([]);
  play('>', 'SUBSCRIBE', { topic: filters(8, 9) });
  expect(rules).toEqual(['too-many-filters-platform']);
  for (let from = 17; from < 97; from += 8) play('>', 'SUBSCRIBE', { topic: filters(from, 8) });
  play('>', 'SUBSCRIBE', { topic: filters(97, 3) });
  expect(rules).toHaveLength(1);
  play('>', 'SUBSCRIBE', { topic: filters(200, 1) });
  expect(rules.at(-1)).toBe('too-many-subscriptions-platform');
});

test('an identifier used again before its answer is told, after it or on another connection not', () => {
  const { play, rules } = watch(broker);
  play('>', 'PUBLISH1', { packetId: 7 });
  play('<', 'PUBACK', { packetId: 7 });
  play('>', 'PUBLISH1', { packetId: 7 });
  play('<', 'PUBLISH1', { packetId: 7 });
  play('>', 'PUBLISH1', { packetId: 7, header: 0x3a });
  play('>', 'PUBLISH1', { packetId: 7, connection: 1 });
  expect(rules).toEqual([]);
  play('>', 'SUBSCRIBE', { packetId: 7, connection: 1 });
  expect(rules).toEqual(['packet-id-reused']);
});

test.each([
  ['a number', 6320],
  ['text, as replies to batches have it', '6320'],
])('a reply with another code than 200 is told, the code being %s', (_what, code) => {
  const { play, rules } = watch();
  play('<', 'PUBLISH0', { topic: `${POST}_reply`, payload: JSON.stringify({ id: '1', code }) });
  play('<', 'PUBLISH0', { topic: `${POST}_reply`, payload: '{"id":"2","code":200}' });
  play('<', 'PUBLISH0', { topic: `${POST}_reply`, payload: 'no JSON' });
  expect(rules).toEqual(['alink-code-platform']);
});

test('a request is awaited only where the device listens and asked for an answer', () => {
  const deaf = watch();
  deaf.play('>', 'PUBLISH1', { topic: POST, payload: '{}' });
  deaf.overdue(11 * SECOND);
  expect(deaf.rules).toEqual([]);
  const listening = watch();
  listening.play('>', 'SUBSCRIBE', { topic: `${POST}_reply` });
  listening.play('>', 'PUBLISH1', { topic: POST, payload: '{"sys":{"ack":0}}' });
  listening.play('>', 'PUBLISH1', { topic: POST, payload: '{}' });
  listening.play('<', 'PUBLISH0', { topic: `${POST}_reply`, payload: '{"code":200}' });
  listening.overdue(11 * SECOND);
  expect(listening.rules).toEqual([]);
  listening.play('>', 'PUBLISH1', { topic: POST, payload: '{}' });
  listening.overdue(9 * SECOND);
  expect(listening.rules).toEqual([]);
  listening.overdue(11 * SECOND);
  listening.overdue(12 * SECOND);
  expect(listening.rules).toEqual(['alink-unanswered-platform']);
});

test('calls of the cloud that nobody answers are told, answered ones not', () => {
  const { play, overdue, rules } = watch();
  const rrpc = (part: string, id: number) => `/sys/a1B2c3D4e5F/lamp-01/rrpc/${part}/${id}`;
  play('<', 'PUBLISH0', { topic: rrpc('request', 1) });
  play('>', 'PUBLISH0', { topic: rrpc('response', 1) });
  play('<', 'PUBLISH0', { topic: `${T}/service/property/set`, payload: '{"id":"1"}' });
  play('>', 'PUBLISH0', { topic: `${T}/service/property/set_reply`, payload: '{"code":200}' });
  overdue(11 * SECOND);
  expect(rules).toEqual([]);
  play('<', 'PUBLISH0', { topic: rrpc('request', 2) });
  play('<', 'PUBLISH0', { topic: `${T}/service/reboot`, payload: '{"id":"2"}' });
  overdue(11 * SECOND);
  expect(rules).toEqual(['rrpc-unanswered-platform', 'cloud-request-unanswered-platform']);
});
