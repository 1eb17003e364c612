import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeviceTarget, Transport } from '../../../shared/contract/devices.ts';
import type { Session } from '../../../shared/contract/sessions.ts';
import {
  connectDevice,
  isClosed,
  isConnected,
  leftBehind,
  newDataDir,
  startHost,
  story,
  type TestHost,
} from '../test-support.ts';

const PRODUCT_SECRET = 'product secret of nobody';

let app: TestHost;
beforeEach(async () => {
  app = await startHost(await newDataDir());
});
afterEach(() => app.host.close());

type Local = Extract<DeviceTarget, { kind: 'local' }>;
const local = (changes: Partial<Local> = {}): Local => ({
  kind: 'local',
  productKey: 'a1B2c3D4e5F',
  deviceName: 'lamp-01',
  signMethod: 'hmacsha256',
  clientId: '',
  keepAlive: 60,
  cleanSession: true,
  transport: 'tls',
  ...changes,
});
const register = (preRegistered: boolean) => ({ kind: 'register', preRegistered }) as const;

async function registerAndConnect(target: Local): Promise<Session> {
  const device = await app.ask('devices.save', {
    id: null,
    target,
    productSecret: PRODUCT_SECRET,
  });
  const { id } = await app.ask('sessions.connect', { deviceId: device.id });
  return app.sessionThat(id, (session) => isConnected(session) || isClosed(session));
}

const deviceOf = async ({ deviceId }: Session) =>
  (await app.ask('app.snapshot', {})).devices.find(({ id }) => id === deviceId);

/** The payload of a row, as it was recorded. */
async function payloadOf(captureId: string, row: number): Promise<string> {
  const { bytes, payload } = await app.ask('packet.get', { captureId, row });
  return Buffer.from(bytes, 'base64').subarray(payload?.start, payload?.end).toString();
}

test.each<Transport>(['tcp', 'tls', 'ws', 'wss'])(
  'a triple connects to the local platform over %s, whose authority is trusted by itself',
  async (transport) => {
    const session = await connectDevice(app, local({ transport }), 'the secret');
    expect(session.state.status).toBe('connected');
  },
);

test('a pre-registered device gets its secret, keeps it, and connects as a triple', async () => {
  const session = await registerAndConnect(local({ credentials: register(true) }));
  expect(session.state.status).toBe('connected');
  expect(story(await app.rows(session.captureId))).toEqual([
    '> CONNECT',
    '< CONNACK',
    '< PUBLISH',
    '> DISCONNECT',
    '> CONNECT',
    '< CONNACK',
  ]);
  expect(await deviceOf(session)).toMatchObject({ secrets: ['secret'] });
  expect(await deviceOf(session)).not.toHaveProperty('target.credentials');

  await app.ask('sessions.disconnect', { sessionId: session.id });
  await app.ask('sessions.connect', { deviceId: session.deviceId });
  await app.sessionThat(session.id, isConnected);
  expect(story(await app.rows(session.captureId)).slice(-2)).toEqual(['> CONNECT', '< CONNACK']);
});

test('a device that was not registered gets a client id and a token, and connects with them', async () => {
  const session = await registerAndConnect(local({ credentials: register(false) }));
  expect(session.state.status).toBe('connected');
  const device = await deviceOf(session);
  expect(device).toMatchObject({
    secrets: ['deviceToken'],
    target: { credentials: { kind: 'token' } },
  });
  const { clientId, sendsPassword } = await app.ask('devices.parameters', {
    deviceId: session.deviceId,
  });
  expect(clientId).toMatch(/^[0-9a-f]+\|securemode=-2,authType=connwl\|$/);
  expect(sendsPassword).toBe(true);
});

test.each([
  [true, 'deviceSecret'],
  [false, 'deviceToken'],
])(
  'what a registration gives is in no file and no event (pre-registered: %s)',
  async (known, name) => {
    const session = await registerAndConnect(local({ credentials: register(known) }));
    const push = JSON.parse(await payloadOf(session.captureId, 2));
    expect(push).toMatchObject({
      deviceName: 'lamp-01',
      [name]: expect.stringMatching(/^\*{32}$/),
    });
    await app.ask('sessions.disconnect', { sessionId: session.id });
    const said = await leftBehind(app);
    expect(said).toContain('/ext/reg');
    expect(said).not.toContain(PRODUCT_SECRET);
    // As the platform writes it: the only way a secret could have come through.
    expect(said.replaceAll('\\', '')).not.toMatch(new RegExp(`"${name}":"[^*]`));
  },
);

test('a wrong product secret is refused and told as a registration that failed', async () => {
  const first = await registerAndConnect(local({ credentials: register(true) }));
  await app.ask('sessions.close', { sessionId: first.id });
  const target = local({ deviceName: 'lamp-02', credentials: register(false) });
  const saved = await app.ask('devices.save', { id: null, target, productSecret: PRODUCT_SECRET });
  // The platform keeps the secret that its product was given last.
  const other = local({ deviceName: 'lamp-03', credentials: register(false) });
  await app.ask('devices.save', { id: null, target: other, productSecret: 'another' });
  const { id } = await app.ask('sessions.connect', { deviceId: saved.id });
  expect((await app.sessionThat(id, isClosed)).state).toMatchObject({
    cause: { kind: 'connack-refused', code: 4 },
  });
});

test('a device that is active already is not registered again', async () => {
  const first = await registerAndConnect(local({ credentials: register(true) }));
  await app.ask('sessions.close', { sessionId: first.id });
  const second = await registerAndConnect(local({ credentials: register(true) }));
  expect(second.state).toMatchObject({ cause: { kind: 'connack-refused', code: 4 } });
});

test('a registration in the clear cannot be saved', async () => {
  const target = local({ transport: 'tcp', credentials: register(true) });
  await expect(app.ask('devices.save', { id: null, target })).rejects.toMatchObject({
    code: 'invalid-input',
  });
});

test('the sixth connect in a minute waits for the platform, and says so', async () => {
  const first = await connectDevice(app, local(), 'the secret');
  for (let count = 1; count < 5; count += 1) {
    await app.ask('sessions.disconnect', { sessionId: first.id });
    await app.ask('sessions.connect', { deviceId: first.deviceId });
    await app.sessionThat(first.id, isConnected);
  }
  await app.ask('sessions.disconnect', { sessionId: first.id });
  const held = await app.ask('sessions.connect', { deviceId: first.deviceId });
  const { state } = await app.sessionThat(held.id, ({ state }) => state.status === 'waiting');
  expect(state).toMatchObject({ status: 'waiting', attempt: 1, cause: null, rateLimited: true });
  const retryAt = state.status === 'waiting' ? state.retryAt : 0;
  expect(retryAt).toBeGreaterThan(Date.now());
  expect(retryAt).toBeLessThanOrEqual(Date.now() + 60_000);
  await app.ask('sessions.retryNow', { sessionId: first.id });
  await app.sessionThat(held.id, ({ state }) => state.status === 'waiting');
  expect(
    story(await app.rows(first.captureId)).filter((line) => line === '> CONNECT'),
  ).toHaveLength(5);
  await app.ask('sessions.disconnect', { sessionId: first.id });
  await app.sessionThat(held.id, isClosed);
});
