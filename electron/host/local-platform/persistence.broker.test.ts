import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectDevice, newDataDir, startHost, type TestHost } from '../test-support.ts';
import { localTarget, message, owner } from './testing.test-support.ts';

const { productKey } = owner;
const topics = [{ pattern: `/\${productKey}/\${deviceName}/control`, permission: 'sub' as const }];

let app: TestHost;
beforeEach(async () => {
  app = await startHost(await newDataDir());
});
afterEach(() => app.host.close());

async function restart(): Promise<void> {
  await app.host.close();
  app = await startHost(app.dataDir);
}
const stateFile = () => join(app.dataDir, 'local-platform', 'state.json');
const look = () => app.ask('platform.watch', owner);

test('what the platform knows survives a restart', async () => {
  const session = await connectDevice(app, localTarget(), 'the secret');
  await app.ask('platform.setProductTopics', { productKey, topics });
  await app.ask('platform.setDeviceTopics', { ...owner, topics });
  await app.ask('platform.act', { ...owner, act: { kind: 'set-desired', values: { power: 1 } } });
  await app.ask('platform.act', {
    ...owner,
    act: { kind: 'change-shadow', desired: { colour: 'red' } },
  });
  await app.ask('sessions.publish', {
    sessionId: session.id,
    message: message('/sys/a1B2c3D4e5F/lamp-01/thing/deviceinfo/update', {
      id: '1',
      params: [{ attrKey: 'room', attrValue: 'kitchen' }],
    }),
  });
  const before = await look();
  await restart();
  const after = await look();
  expect(after.product).toEqual(before.product);
  expect(after.device).toEqual({ ...before.device, online: false, since: null, subscriptions: [] });
  expect(after.device.tags).toMatchObject([{ name: 'room', value: { text: 'kitchen' } }]);
  expect(JSON.parse(after.device.shadow.desired)).toEqual({ colour: 'red' });
}, 60_000);

test('nothing of it can be read in the data folder', async () => {
  await connectDevice(app, localTarget(), 'the-device-secret');
  await app.ask('platform.setRegistration', {
    productKey,
    dynamicRegistration: true,
    productSecret: 'the-product-secret',
  });
  await app.host.close();
  const names = await readdir(app.dataDir, { recursive: true, withFileTypes: true });
  for (const entry of names.filter((one) => one.isFile())) {
    const text = await readFile(join(entry.parentPath, entry.name), 'latin1');
    expect(text).not.toContain('the-product-secret');
    expect(text).not.toContain('the-device-secret');
  }
  app = await startHost(app.dataDir);
  expect((await look()).product).toMatchObject({ hasSecret: true, dynamicRegistration: true });
});

test('a product secret that is left out stays, and an empty one is removed', async () => {
  const set = (productSecret?: string) =>
    app.ask('platform.setRegistration', {
      productKey,
      dynamicRegistration: true,
      ...(productSecret !== undefined && { productSecret }),
    });
  expect(await set('the secret')).toMatchObject({ hasSecret: true });
  expect(await set()).toMatchObject({ hasSecret: true });
  expect(await set('')).toMatchObject({ hasSecret: false });
});

test('a state that cannot be read is kept and said, and the platform starts empty', async () => {
  await connectDevice(app, localTarget(), 'the secret');
  await app.ask('platform.setProductTopics', { productKey, topics });
  await app.host.close();
  const broken = '{"version":1,"state":"v1.bm90IG91cnM="}';
  await writeFile(stateFile(), broken);
  app = await startHost(app.dataDir);
  const { notices } = await app.ask('app.snapshot', {});
  expect(notices).toMatchObject([{ code: 'platform-state-unreadable' }]);
  expect(await readFile(String(notices[0]?.values.keptAs), 'utf8')).toBe(broken);
  expect((await look()).product.topics).toEqual([]);
});

test('a file of devices that cannot be read is kept and said', async () => {
  await connectDevice(app, localTarget(), 'the secret');
  await app.host.close();
  await writeFile(join(app.dataDir, 'local-platform.json'), 'nonsense');
  app = await startHost(app.dataDir);
  const { notices, devices } = await app.ask('app.snapshot', {});
  expect(notices).toMatchObject([{ code: 'platform-file-unreadable' }]);
  const [device] = devices;
  if (device === undefined) throw new Error('the device is gone');
  await app.ask('devices.save', { id: device.id, target: device.target });
  const session = await app.ask('sessions.connect', { deviceId: device.id });
  await app.sessionThat(session.id, ({ state }) => state.status === 'connected');
});

test('a device that is removed and made anew has nothing of the old one', async () => {
  const session = await connectDevice(app, localTarget(), 'the secret');
  await app.ask('platform.setDeviceTopics', { ...owner, topics });
  await restart();
  expect((await look()).device.topics).toEqual(topics);
  await restart();
  await app.ask('devices.remove', { deviceId: session.deviceId });
  await expect(look()).rejects.toMatchObject({ code: 'not-found' });
  await restart();
  await app.ask('devices.save', { id: null, target: localTarget(), secret: 'the secret' });
  expect((await look()).device.topics).toEqual([]);
});
