import { expect, test } from 'vitest';
import { broker, lamp, POST, SECOND, T, playSession as watch } from './testing/play-session.ts';

test('the healthy session of the article breaks no rule, on the platform or elsewhere', () => {
  for (const target of [lamp, broker]) {
    const { play, overdue, rules } = watch(target);
    const control = '/a1B2c3D4e5F/lamp-01/control';
    play('>', 'CONNECT');
    play('<', 'CONNACK', { code: 0 });
    for (let turn = 0; turn < 10; turn += 1) {
      const packetId = 38_850 + turn;
      const payload = `{"id":${1_543_896_481_106 + turn},"params":{"temperature":23,"humidity":73},"method":"thing.event.property.post"}`;
      play('>', 'PUBLISH1', { topic: POST, packetId, payload });
      play('<', 'PUBACK', { packetId });
      play('>', 'PINGREQ');
      play('<', 'PINGRESP');
    }
    play('>', 'SUBSCRIBE', { topic: control, packetId: 1 });
    play('<', 'SUBACK', { topic: control, code: 0, packetId: 1 });
    play('<', 'PUBLISH0', { topic: control, payload: '{"switch":1}' });
    play('>', 'UNSUBSCRIBE', { topic: control, packetId: 2 });
    play('<', 'UNSUBACK', { topic: control, packetId: 2 });
    play('>', 'CONNECT', { connection: 1 });
    play('<', 'CONNACK', { code: 0, connection: 1 });
    play('>', 'DISCONNECT', { connection: 1 });
    overdue(60 * SECOND);
    expect(rules).toEqual([]);
  }
});

test('a plain broker is held to none of the platform’s rules', () => {
  const { play, overdue, rules } = watch(broker);
  const filters = Array.from({ length: 120 }, (_, at) => `room/${at}`).join(', ');
  play('>', 'CONNECT', { connect: { keepAlive: 5, hasWill: true, clientId: 'x|securemode=2|' } });
  play('<', 'CONNACK', { code: 0 });
  play('>', 'SUBSCRIBE', { topic: filters, packetId: 1 });
  play('<', 'SUBACK', { topic: filters, code: 1, packetId: 1 });
  for (let count = 0; count < 100; count += 1) {
    play('>', 'PUBLISH1', { topic: `${T}/service/x/${count}`, time: 3 * SECOND + count });
    play('<', 'PUBACK', { time: 3 * SECOND + count });
  }
  const retained = { header: 0x35, topic: '/sys/a/b/thing/event/property/post' };
  play('>', 'PUBLISH1', { ...retained, packetId: 9, payload: '{"id":"1"}' });
  play('<', 'PUBLISH0', { topic: '/ext/notify', payload: '{"title":"kick"}' });
  play('<', 'PUBLISH0', { topic: `${POST}_reply`, payload: '{"id":"1","code":6320}' });
  overdue(60 * SECOND);
  expect(rules).toEqual([]);
});

test.each([
  ['CONNECT', 'no-connack-platform', 'no-connack'],
  ['PINGREQ', 'ping-unanswered', 'ping-unanswered'],
  ['SUBSCRIBE', 'unanswered', 'unanswered'],
] as const)('a %s without an answer is told for what it is', (type, onPlatform, elsewhere) => {
  for (const [target, rule] of [
    [lamp, onPlatform],
    [broker, elsewhere],
  ] as const) {
    const { unanswered, findings } = watch(target);
    unanswered(type);
    expect(findings).toMatchObject([{ finding: { rule, values: { type } } }]);
  }
});

test.each([
  ['PUBLISH0', 30, 'publish-rate-qos-0-platform'],
  ['PUBLISH1', 10, 'publish-rate-qos-1-platform'],
] as const)(
  '%s over %i a second is told once a second, at the rate it is not',
  (type, limit, rule) => {
    const within = watch();
    for (let count = 0; count < 3 * limit; count += 1) {
      const late = count % limit === 0 ? 20_000 : 0;
      within.play('>', type, { time: Math.floor((count * SECOND) / limit) + late });
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

test('a connection that was silent for over one and a half keep alives is told once', () => {
  const { play, rules } = watch(broker);
  play('>', 'CONNECT', { connect: { keepAlive: 60 } });
  play('<', 'CONNACK', { code: 0 });
  play('>', 'PINGREQ', { time: 80 * SECOND });
  expect(rules).toEqual([]);
  play('<', 'PUBLISH0', { topic: 'a', time: 175 * SECOND });
  play('<', 'PUBLISH0', { topic: 'a', time: 180 * SECOND });
  play('>', 'PINGREQ', { time: 185 * SECOND });
  expect(rules).toEqual(['keep-alive-missed']);
  play('>', 'CONNECT', { connection: 1, time: 900 * SECOND, connect: { keepAlive: 0 } });
  play('>', 'PINGREQ', { connection: 1, time: 2000 * SECOND });
  expect(rules).toHaveLength(1);
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
