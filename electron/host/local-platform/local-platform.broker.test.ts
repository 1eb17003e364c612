import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Device, DeviceTarget } from '../../../shared/contract/devices.ts';
import {
  connectDevice,
  isClosed,
  isConnected,
  newDataDir,
  startHost,
  story,
  type TestHost,
} from '../test-support.ts';

let app: TestHost;
beforeEach(async () => {
  app = await startHost(await newDataDir());
});
afterEach(() => app.host.close());

const lamp: DeviceTarget = {
  kind: 'local',
  productKey: 'a1B2c3D4e5F',
  deviceName: 'lamp-01',
  signMethod: 'hmacsha1',
  clientId: '12345',
  keepAlive: 60,
  cleanSession: false,
};

test('one command shows a whole exchange with the local platform', async () => {
  const session = await app.ask('platform.try', {});
  await app.progressThat(session.id, ({ messages }) => Object.values(messages)[0] === 1);
  const rows = story(await app.rows(session.captureId));
  expect(rows).toEqual([
    '> CONNECT',
    '< CONNACK',
    '> SUBSCRIBE',
    '< SUBACK',
    '> PUBLISH',
    '< PUBACK',
    '< PUBLISH',
  ]);
  const list = await app.rows(session.captureId);
  expect(list.map(({ related }) => related)).toEqual([null, null, null, null, 6, null, 4]);
  expect(list[6]?.relatedAfter).toBeGreaterThan(0);
  const reply = await app.ask('packet.get', { captureId: session.captureId, row: 6 });
  const { start, end } = reply.payload ?? { start: 0, end: 0 };
  const payload = Buffer.from(reply.bytes, 'base64').subarray(start, end).toString();
  expect(JSON.parse(payload)).toMatchObject({ id: '1', code: 200 });
});

test('trying again goes on with the same device', async () => {
  const first = await app.ask('platform.try', {});
  await app.ask('sessions.disconnect', { sessionId: first.id });
  const second = await app.ask('platform.try', {});
  expect(second.deviceId).toBe(first.deviceId);
  expect((await app.ask('app.snapshot', {})).devices).toHaveLength(1);
});

test.each(['hmacmd5', 'hmacsha1', 'hmacsha256'] as const)(
  'a triple signed with %s is accepted',
  async (signMethod) => {
    const session = await connectDevice(app, { ...lamp, signMethod }, 'the secret');
    expect(session.state).toMatchObject({ status: 'connected', sessionPresent: false });
  },
);

test('a foreign topic is refused with 128 and told why', async () => {
  const session = await connectDevice(app, lamp, 'the secret');
  const answer = await app.ask('sessions.subscribe', {
    sessionId: session.id,
    filter: '/a1B2c3D4e5F/another/user/get',
    qos: 1,
  });
  expect(answer.granted).toBe(128);
  const rows = await app.rows(session.captureId);
  const suback = rows.at(-1);
  expect(suback).toMatchObject({ code: 128, peer: 2 });
  const { findings } = await app.ask('packet.get', {
    captureId: session.captureId,
    row: suback?.row ?? 0,
  });
  expect(findings).toMatchObject([
    { severity: 'error', values: { topic: '/a1B2c3D4e5F/another/user/get' } },
  ]);
});

test('a changed secret is refused until the registered one is back', async () => {
  const first = await connectDevice(app, lamp, 'the secret');
  await app.ask('sessions.disconnect', { sessionId: first.id });
  const { devices } = await app.ask('app.snapshot', {});
  const { id } = devices[0] as Device;
  await app.ask('devices.save', { id, target: lamp, secret: 'another' });
  const refused = await app.ask('sessions.connect', { deviceId: id });
  expect((await app.sessionThat(refused.id, isClosed)).state).toMatchObject({
    cause: { kind: 'connack-refused', code: 5 },
  });
  await app.ask('devices.save', { id, target: lamp, secret: 'the secret' });
  const again = await app.ask('sessions.connect', { deviceId: id });
  await app.sessionThat(again.id, isConnected);
});

test('the session and its subscriptions are kept over a disconnect', async () => {
  const session = await connectDevice(app, lamp, 'the secret');
  const filter = '/a1B2c3D4e5F/lamp-01/user/get';
  await app.ask('sessions.subscribe', { sessionId: session.id, filter, qos: 1 });
  await app.ask('sessions.disconnect', { sessionId: session.id });
  await app.ask('sessions.connect', { deviceId: session.deviceId });
  const again = await app.sessionThat(session.id, isConnected);
  expect(again.state).toMatchObject({ sessionPresent: true });
  expect(again.subscriptions).toMatchObject([{ filter, granted: 1 }]);
  const sent = story(await app.rows(session.captureId)).filter((line) => line === '> SUBSCRIBE');
  expect(sent).toHaveLength(1);
});

test('removing the device ends its session and keeps its capture', async () => {
  const session = await connectDevice(app, lamp, 'the secret');
  await app.ask('devices.remove', { deviceId: session.deviceId });
  const { devices, sessions, captures } = await app.ask('app.snapshot', {});
  expect([devices, sessions]).toEqual([[], []]);
  expect(captures).toMatchObject([{ id: session.captureId, live: false }]);
});
