import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Mosquitto, startMosquitto } from '../../e2e/support/mosquitto.ts';
import {
  brokerTarget,
  connectDevice,
  isClosed,
  isConnected,
  newDataDir,
  startHost,
  startRelay,
  story,
  type TestHost,
} from './test-support.ts';

const PASSWORD = 'correct horse battery staple';

let mosquitto: Mosquitto;
let rootCertificate: string;
let app: TestHost;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const folder = await newDataDir();
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  rootCertificate = cert;
  const tls = { certificate: join(folder, 'server.crt'), key: join(folder, 'server.key') };
  await writeFile(tls.certificate, cert);
  await writeFile(tls.key, key);
  mosquitto = await startMosquitto({ folder, users: { user: PASSWORD }, tls });
});
afterAll(() => mosquitto.stop());

beforeEach(async () => {
  app = await startHost(await newDataDir());
});
afterEach(async () => {
  await app.host.close();
  for (const close of closers.splice(0)) await close();
});

const target = (port: number, changes: Parameters<typeof brokerTarget>[1] = {}) =>
  brokerTarget(port, { username: 'user', ...changes });

const message = (topic: string, qos: 0 | 1 | 2, data = 'hello') =>
  ({ topic, qos, retain: false, payload: { encoding: 'utf8', data } }) as const;

async function relay() {
  const started = await startRelay(mosquitto.port);
  closers.push(started.close);
  return started;
}

test.each([
  ['plain TCP', () => ({ port: mosquitto.port, changes: {} })],
  [
    'TLS',
    () => ({ port: mosquitto.tlsPort, changes: { transport: 'tls', rootCertificate } as const }),
  ],
  ['WebSocket', () => ({ port: mosquitto.webSocketPort, changes: { transport: 'ws' } as const })],
  ['MQTT 5', () => ({ port: mosquitto.port, changes: { mqttVersion: '5' } as const })],
])('a session over %s subscribes and gets its own message back', async (_name, where) => {
  const { port, changes } = where();
  const session = await connectDevice(app, target(port, changes), PASSWORD);
  const { granted } = await app.ask('sessions.subscribe', {
    sessionId: session.id,
    filter: 't/#',
    qos: 1,
  });
  expect(granted).toBe(1);
  await app.ask('sessions.publish', { sessionId: session.id, message: message('t/1', 1) });
  await app.progressThat(session.id, ({ messages }) => Object.values(messages)[0] === 1);
  await app.ask('sessions.disconnect', { sessionId: session.id });
  const rows = await app.rows(session.captureId);
  expect(story(rows).slice(0, 4)).toEqual(['> CONNECT', '< CONNACK', '> SUBSCRIBE', '< SUBACK']);
  expect(story(rows).slice(4, -1).sort()).toEqual([
    '< PUBACK',
    '< PUBLISH',
    '> PUBACK',
    '> PUBLISH',
  ]);
  expect(story(rows).at(-1)).toBe('> DISCONNECT');
});

test('each QoS is recorded with the packets of its exchange', async () => {
  const session = await connectDevice(app, target(mosquitto.port), PASSWORD);
  for (const qos of [0, 1, 2] as const) {
    await app.ask('sessions.publish', { sessionId: session.id, message: message('q', qos) });
  }
  const rows = await app.rows(session.captureId);
  expect(story(rows).slice(2)).toEqual([
    '> PUBLISH',
    '> PUBLISH',
    '< PUBACK',
    '> PUBLISH',
    '< PUBREC',
    '> PUBREL',
    '< PUBCOMP',
  ]);
  expect(rows.map(({ peer }) => peer)).toEqual([1, 0, null, 4, 3, 6, 5, 8, 7]);
  expect(rows[3]?.roundTrip).toBeGreaterThan(0);
});

test('the log holds the bytes that crossed the socket, the password masked', async () => {
  const { port, toBroker, toDevice } = await relay();
  const session = await connectDevice(app, target(port, { cleanSession: false }), PASSWORD);
  const { id: sessionId } = session;
  await app.ask('sessions.subscribe', { sessionId, filter: 'big/#', qos: 2 });
  const large = 'x'.repeat(250_000);
  for (let count = 0; count < 20; count += 1) {
    const qos = (count % 3) as 0 | 1 | 2;
    const data = count === 7 ? large : `message ${count}`;
    await app.ask('sessions.publish', { sessionId, message: message(`big/${count}`, qos, data) });
  }
  await app.progressThat(sessionId, ({ messages }) => Object.values(messages)[0] === 20);
  await app.ask('sessions.disconnect', { sessionId });

  const rows = await app.rows(session.captureId);
  const logged = { sent: [] as Buffer[], received: [] as Buffer[] };
  for (const { row, direction } of rows) {
    const { bytes } = await app.ask('packet.get', { captureId: session.captureId, row });
    logged[direction].push(Buffer.from(bytes, 'base64'));
  }
  const masked = toBroker().toString('latin1').replace(PASSWORD, '*'.repeat(PASSWORD.length));
  expect(Buffer.concat(logged.sent).toString('latin1')).toBe(masked);
  expect(Buffer.concat(logged.received).equals(toDevice())).toBe(true);
});

test('a wrong password closes with the CONNACK code and is not retried', async () => {
  const device = await app.ask('devices.save', {
    id: null,
    target: target(mosquitto.port),
    secret: 'wrong',
  });
  const { id } = await app.ask('sessions.connect', { deviceId: device.id });
  const { state, captureId } = await app.sessionThat(id, isClosed);
  expect(state).toMatchObject({ cause: { kind: 'connack-refused', phase: 'mqtt', code: 5 } });
  expect(story(await app.rows(captureId))).toEqual(['> CONNECT', '< CONNACK']);
});

test.each([
  [false, 'the session is kept and nothing is subscribed again', 1],
  [true, 'the client subscribes again', 2],
])('after a cut with clean session %s %s', async (cleanSession, _what, subscribes) => {
  const { port, cut } = await relay();
  const session = await connectDevice(app, target(port, { cleanSession }), PASSWORD);
  const { id: sessionId } = session;
  await app.ask('sessions.subscribe', { sessionId, filter: 'kept', qos: 1 });
  cut();
  const waiting = await app.sessionThat(sessionId, ({ state }) => state.status === 'waiting');
  expect(waiting.state).toMatchObject({ attempt: 2, cause: { kind: 'connection-reset' } });
  await app.ask('sessions.retryNow', { sessionId });
  const again = await app.sessionThat(sessionId, isConnected);
  expect(again.state).toMatchObject({ sessionPresent: !cleanSession });
  await app.ask('sessions.publish', { sessionId, message: message('kept', 1) });
  await app.progressThat(sessionId, ({ messages }) => Object.values(messages)[0] === 1);
  const sent = story(await app.rows(session.captureId)).filter((line) => line === '> SUBSCRIBE');
  expect(sent).toHaveLength(subscribes);
});

test('a lost connection stops being retried when the user says so', async () => {
  const { port, cut, close } = await startRelay(mosquitto.port);
  const session = await connectDevice(app, target(port), PASSWORD);
  await close();
  cut();
  await app.sessionThat(session.id, ({ state }) => state.status === 'waiting');
  await app.ask('sessions.disconnect', { sessionId: session.id });
  const { state } = await app.sessionThat(session.id, isClosed);
  expect(state).toMatchObject({ cause: { kind: expect.stringMatching(/reset|closed/) } });
});

test('an idle connection pings, and its pings are in the log with their answers', async () => {
  const session = await connectDevice(app, target(mosquitto.port, { keepAlive: 1 }), PASSWORD);
  let rows = await app.rows(session.captureId);
  while (rows.length < 4) {
    await new Promise((wake) => setTimeout(wake, 50));
    rows = await app.rows(session.captureId);
  }
  expect(story(rows).slice(2, 4)).toEqual(['> PINGREQ', '< PINGRESP']);
  expect(rows[2]?.peer).toBe(3);
});

test('two sessions at once keep their packets apart', async () => {
  const one = await connectDevice(app, target(mosquitto.port, { clientId: 'one' }), PASSWORD);
  const two = await connectDevice(app, target(mosquitto.port, { clientId: 'two' }), PASSWORD);
  await app.ask('sessions.subscribe', { sessionId: two.id, filter: 'between', qos: 0 });
  await app.ask('sessions.publish', { sessionId: one.id, message: message('between', 1) });
  await app.progressThat(two.id, ({ messages }) => Object.values(messages)[0] === 1);
  expect(story(await app.rows(one.captureId)).slice(2)).toEqual(['> PUBLISH', '< PUBACK']);
  expect(story(await app.rows(two.captureId)).slice(2)).toEqual([
    '> SUBSCRIBE',
    '< SUBACK',
    '< PUBLISH',
  ]);
});

test('a closed session goes on in the same capture, as a connection of its own', async () => {
  const session = await connectDevice(app, target(mosquitto.port), PASSWORD);
  await app.ask('sessions.disconnect', { sessionId: session.id });
  const again = await app.ask('sessions.connect', { deviceId: session.deviceId });
  await app.sessionThat(again.id, isConnected);
  expect(again.captureId).toBe(session.captureId);
  await app.ask('sessions.disconnect', { sessionId: again.id });
  expect(story(await app.rows(session.captureId))).toEqual([
    '> CONNECT',
    '< CONNACK',
    '> DISCONNECT',
    '> CONNECT',
    '< CONNACK',
    '> DISCONNECT',
  ]);
});

test('a repeated message is published until it is stopped', async () => {
  const session = await connectDevice(app, target(mosquitto.port), PASSWORD);
  const { id: sessionId } = session;
  const repeat = await app.ask('sessions.startRepeating', {
    sessionId,
    message: message('again', 1),
    everySeconds: 0.1,
  });
  await app.progressThat(sessionId, ({ repeats }) => (repeats[0]?.published ?? 0) >= 3);
  await app.ask('sessions.stopRepeating', { sessionId, repeatId: repeat.id });
  expect((await app.progressThat(sessionId, () => true)).repeats).toEqual([]);
});

test('captures and devices are there after a restart, and tshark reads the capture', async () => {
  const session = await connectDevice(app, target(mosquitto.port), PASSWORD);
  await app.ask('sessions.publish', { sessionId: session.id, message: message('t', 1) });
  const before = story(await app.rows(session.captureId));
  await app.host.close();
  app = await startHost(app.dataDir);
  const { captures, devices } = await app.ask('app.snapshot', {});
  expect(devices).toMatchObject([{ id: session.deviceId, secrets: ['secret'] }]);
  expect(captures).toMatchObject([{ id: session.captureId, live: false, packets: 5, cut: 0 }]);
  const after = await app.rows(session.captureId);
  expect(story(after)).toEqual([...before, '> DISCONNECT']);
  const file = join(app.dataDir, 'captures', session.captureId, 'packets.pcapng');
  const types = execFileSync(
    'tshark',
    ['-r', file, '-Y', 'mqtt', '-T', 'fields', '-e', 'mqtt.msgtype'],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  expect(types.trim().split('\n')).toEqual(['1', '2', '3', '4', '14']);
});

test('the secret is in no answer, no event and no file', async () => {
  const session = await connectDevice(app, target(mosquitto.port), PASSWORD);
  await app.ask('packet.get', { captureId: session.captureId, row: 0 });
  const told = JSON.stringify([app.events, await app.ask('app.snapshot', {})]);
  expect(told).not.toContain(PASSWORD);
  const detail = await app.ask('packet.get', { captureId: session.captureId, row: 0 });
  expect(Buffer.from(detail.bytes, 'base64').includes(PASSWORD)).toBe(false);
  await app.host.close();
  for (const entry of await readdir(app.dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    expect(bytes.includes(PASSWORD), entry.name).toBe(false);
  }
  app = await startHost(app.dataDir);
});

test('a device was last seen when its connection ended', async () => {
  const session = await connectDevice(app, target(mosquitto.port), PASSWORD);
  const lastSeen = async () => (await app.ask('app.snapshot', {})).devices[0]?.lastConnectedAt;
  await expect.poll(lastSeen).toEqual(expect.any(Number));
  const asked = Date.now();
  await app.ask('sessions.disconnect', { sessionId: session.id });
  await app.sessionThat(session.id, isClosed);
  await expect.poll(lastSeen).toBeGreaterThanOrEqual(asked);
});
