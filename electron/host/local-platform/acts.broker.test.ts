import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlatformAct } from '../../../shared/contract/platform.ts';
import type { Session } from '../../../shared/contract/sessions.ts';
import { connectDevice, newDataDir, startHost, type TestHost } from '../test-support.ts';
import { localTarget, message, owner, received, told } from './testing.test-support.ts';

const thing = '/sys/a1B2c3D4e5F/lamp-01/thing';
const set = `${thing}/service/property/set`;

let app: TestHost;
let session: Session;
beforeEach(async () => {
  app = await startHost(await newDataDir());
  session = await connectDevice(app, localTarget(), 'the secret');
});
afterEach(() => app.host.close());

const act = (what: PlatformAct) => app.ask('platform.act', { ...owner, act: what });
const subscribe = (filter: string) =>
  app.ask('sessions.subscribe', { sessionId: session.id, filter, qos: 1 });
const publish = (topic: string, data: unknown) =>
  app.ask('sessions.publish', { sessionId: session.id, message: message(topic, data) });
const messages = () => told(app, 'platform.deviceChanged');

test('a property that the cloud sets comes to the device, and its reply to the cloud', async () => {
  await subscribe(set);
  const outcome = act({ kind: 'set-property', values: { power: 1 } });
  const request = JSON.parse(await received(app, session.captureId, set));
  expect(request).toMatchObject({ method: 'thing.service.property.set', params: { power: 1 } });
  await publish(`${set}_reply`, { id: request.id, code: 200, data: {} });
  expect(await outcome).toMatchObject({
    status: 'replied',
    code: 200,
    payload: { text: JSON.stringify({ id: request.id, code: 200, data: {} }), hidden: 0 },
    milliseconds: expect.any(Number),
  });
});

test('a thing model refuses what is not of it, before anything is sent', async () => {
  const thingModel = {
    properties: [
      {
        identifier: 'power',
        accessMode: 'rw' as const,
        dataType: { type: 'int' as const, specs: { min: '0', max: '10' } },
      },
    ],
    events: [],
    services: [],
  };
  await app.ask('platform.setThingModel', { productKey: owner.productKey, thingModel });
  expect(await act({ kind: 'set-property', values: { power: 11 } })).toMatchObject({
    status: 'refused',
    code: 6306,
  });
  expect(await act({ kind: 'set-property', values: { colour: 1 } })).toMatchObject({
    status: 'refused',
    code: 6320,
  });
});

test('a service that is called synchronously comes as an RRPC', async () => {
  await subscribe('/sys/a1B2c3D4e5F/lamp-01/rrpc/request/+');
  const outcome = act({
    kind: 'call-service',
    identifier: 'blink',
    inputs: { times: 2 },
    sync: true,
  });
  const asked = async () =>
    (await app.rows(session.captureId)).find(
      ({ direction, topic }) => direction === 'received' && topic?.includes('/rrpc/request/'),
    );
  await expect.poll(asked).toBeDefined();
  const topic = (await asked())?.topic ?? '';
  await publish(topic.replace('request', 'response'), { code: 200, data: {} });
  expect(await outcome).toMatchObject({ status: 'replied', code: 200 });
});

test('RRPC on a custom topic is for devices that asked for it in their client id', async () => {
  const custom = { kind: 'rrpc', payload: 'hello', topic: '/a1B2c3D4e5F/lamp-01/x' } as const;
  expect(await act(custom)).toEqual({ status: 'offline' });
});

test('a device that is away is offline to a call, and its desired value is kept', async () => {
  await app.ask('sessions.disconnect', { sessionId: session.id });
  await app.ask('platform.watch', owner);
  await expect.poll(async () => (await app.ask('platform.watch', owner)).device.online).toBe(false);
  expect(await act({ kind: 'set-desired', values: { power: 0 } })).toEqual({ status: 'offline' });
  const { device } = await app.ask('platform.watch', owner);
  expect(device.desired).toEqual([{ name: 'power', value: { text: '0', hidden: 0 }, version: 1 }]);
});

test('the shadow, an update and a broadcast come to a device that listens', async () => {
  const upgrade = '/ota/device/upgrade/a1B2c3D4e5F/lamp-01';
  await subscribe(upgrade);
  const ota = {
    kind: 'start-ota',
    version: '2.0',
    url: 'https://example.com/firmware.bin',
    size: 1024,
    sign: '0'.repeat(32),
    signMethod: 'Md5',
  } as const;
  expect(await act(ota)).toEqual({ status: 'done', receivers: 1 });
  expect(JSON.parse(await received(app, session.captureId, upgrade))).toMatchObject({
    data: { version: '2.0', md5: '0'.repeat(32) },
  });
  expect(await act({ kind: 'change-shadow', desired: { colour: 'red' } })).toEqual({
    status: 'done',
    receivers: 0,
  });
  expect(await act({ kind: 'broadcast', payload: 'to all' })).toEqual({
    status: 'done',
    receivers: 1,
  });
});

test('who watches a device is told of its values, tags and firmware as they come', async () => {
  await app.ask('platform.watch', owner);
  await publish(`${thing}/event/property/post`, { id: '1', params: { temperature: 23.5 } });
  await publish(`${thing}/deviceinfo/update`, {
    id: '2',
    params: [{ attrKey: 'room', attrValue: 'kitchen' }],
  });
  await publish('/ota/device/inform/a1B2c3D4e5F/lamp-01', { id: '3', params: { version: '1.0' } });
  await expect
    .poll(() => messages().at(-1))
    .toMatchObject({
      online: true,
      values: [{ name: 'temperature', value: { text: '23.5' } }],
      tags: [{ name: 'room', value: { text: 'kitchen' } }],
      firmware: [{ module: 'default', version: '1.0' }],
    });
});

test('the log says with its code why a message was lost, and goes on telling', async () => {
  await publish('/a1B2c3D4e5F/another/user/update', {});
  const { lines, total } = await app.ask('platform.log', {});
  expect(lines).toContainEqual(
    expect.objectContaining({ code: 9236, direction: 'up', deviceName: 'lamp-01' }),
  );
  expect(total).toBe(lines.at(-1)?.number);
  await publish('/a1B2c3D4e5F/lamp-01/user/update', {});
  await expect.poll(() => told(app, 'platform.logGrew').at(-1)?.total).toBeGreaterThan(total);
});

test('a disabled device is cut and refused until it is enabled', async () => {
  await app.ask('platform.setDisabled', { ...owner, disabled: true });
  const last = async () => (await app.ask('platform.log', {})).lines.at(-1)?.message.text;
  await expect.poll(last).toBe('offline: Device disabled');
  await app.sessionThat(session.id, ({ state }) => state.status !== 'connected');
  expect((await app.ask('platform.watch', owner)).device).toMatchObject({ disabled: true });
  await app.ask('platform.setDisabled', { ...owner, disabled: false });
  await app.ask('sessions.retryNow', { sessionId: session.id });
  await app.sessionThat(session.id, ({ state }) => state.status === 'connected');
});
