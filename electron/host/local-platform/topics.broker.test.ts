import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../shared/contract/sessions.ts';
import { connectDevice, newDataDir, startHost, type TestHost } from '../test-support.ts';
import { localTarget, owner, received } from './testing.test-support.ts';

const control = '/a1B2c3D4e5F/lamp-01/control';
const pattern = `/\${productKey}/\${deviceName}/control`;

let app: TestHost;
let session: Session;
beforeEach(async () => {
  app = await startHost(await newDataDir());
  session = await connectDevice(app, localTarget(), 'the secret');
});
afterEach(() => app.host.close());

const subscribe = async (filter: string, sessionId = session.id) =>
  (await app.ask('sessions.subscribe', { sessionId, filter, qos: 1 })).granted;

test('a topic goes from 128 to granted when it is defined for the product', async () => {
  expect(await subscribe(control)).toBe(128);
  const { productKey } = owner;
  const topics = [{ pattern, permission: 'sub' as const }];
  expect(await app.ask('platform.setProductTopics', { productKey, topics })).toMatchObject({
    topics,
  });
  expect(await subscribe(control)).toBe(1);
  const act = { kind: 'publish' as const, topic: control, payload: 'on', qos: 1 as const };
  expect(await app.ask('platform.act', { ...owner, act })).toEqual({
    status: 'done',
    receivers: 1,
  });
  expect(await received(app, session.captureId, control)).toBe('on');
});

test('a topic that is defined for one device is for it alone', async () => {
  const twin = localTarget({ deviceName: 'lamp-02' });
  const other = await connectDevice(app, twin, 'another secret');
  const topics = [{ pattern, permission: 'sub' as const }];
  expect(await app.ask('platform.setDeviceTopics', { ...owner, topics })).toMatchObject({ topics });
  expect(await subscribe(control)).toBe(1);
  expect(await subscribe('/a1B2c3D4e5F/lamp-02/control', other.id)).toBe(128);
});

test('a topic that is taken away is refused, and brings no messages', async () => {
  const { productKey } = owner;
  const topics = [{ pattern, permission: 'sub' as const }];
  await app.ask('platform.setProductTopics', { productKey, topics });
  await subscribe(control);
  await app.ask('platform.setProductTopics', { productKey, topics: [] });
  const act = { kind: 'publish' as const, topic: control, payload: 'on', qos: 1 as const };
  expect(await app.ask('platform.act', { ...owner, act })).toMatchObject({
    status: 'refused',
    code: 9236,
  });
  expect(await subscribe(control)).toBe(128);
});

test.each([
  ['not-own', `/\${productKey}/another/control`, 'sub'],
  ['wildcard', `/\${productKey}/\${deviceName}/+`, 'pubsub'],
  ['too-deep', `/\${productKey}/\${deviceName}/1/2/3/4/5/6`, 'sub'],
  ['too-long', `/\${productKey}/\${deviceName}/${'x'.repeat(128)}`, 'sub'],
  ['not-a-topic', `/\${productKey}/\${deviceName}/#/x`, 'sub'],
] as const)(
  'a custom topic that the platform would not take is refused: %s',
  async (problem, bad, permission) => {
    const topics = [{ pattern: bad, permission }];
    const answer = app.ask('platform.setDeviceTopics', { ...owner, topics });
    await expect(answer).rejects.toThrow(`topics.0: ${problem}`);
  },
);

test('a product has at most 50 custom topics', async () => {
  const topics = Array.from({ length: 51 }, (_, index) => ({
    pattern: `/\${productKey}/\${deviceName}/${index}`,
    permission: 'sub' as const,
  }));
  const answer = app.ask('platform.setProductTopics', { productKey: owner.productKey, topics });
  await expect(answer).rejects.toThrow('more than 50');
});

test('a device that is not registered cannot be dealt with', async () => {
  const nobody = { ...owner, deviceName: 'nobody' };
  await expect(app.ask('platform.watch', nobody)).rejects.toMatchObject({ code: 'not-found' });
});
