import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tsharkFields } from './capture/testing/tshark.ts';
import {
  brokerTarget,
  connectDevice,
  isClosed,
  newDataDir,
  startHost,
  startServer,
  story,
  type TestHost,
} from './test-support.ts';

const CONNACK = Buffer.from([0x20, 2, 0, 0]);

let app: TestHost;
const closers: (() => Promise<void>)[] = [];

beforeEach(async () => {
  app = await startHost(await newDataDir());
});
afterEach(async () => {
  await app.host.close();
  for (const close of closers.splice(0)) await close();
});

async function broker(onConnection: (socket: Socket) => void) {
  const server = await startServer(onConnection);
  closers.push(server.close);
  return server;
}

async function tryToConnect(port: number, changes: Parameters<typeof brokerTarget>[1] = {}) {
  const device = await app.ask('devices.save', { id: null, target: brokerTarget(port, changes) });
  const { id } = await app.ask('sessions.connect', { deviceId: device.id });
  return app.sessionThat(id, isClosed);
}

test('garbage instead of a CONNACK is recorded and closes with the cause', async () => {
  const { port } = await broker((socket) => socket.write(Buffer.from([0, 1, 2, 3, 4])));
  const { state, captureId } = await tryToConnect(port);
  expect(state).toMatchObject({ cause: { kind: 'protocol-error', phase: 'mqtt' } });
  const rows = await app.rows(captureId);
  expect(story(rows)).toEqual(['> CONNECT', '< broken']);
  expect(rows[1]?.size).toBe(5);
  const { bytes } = await app.ask('packet.get', { captureId, row: 1 });
  expect(Buffer.from(bytes, 'base64')).toEqual(Buffer.from([0, 1, 2, 3, 4]));
});

test('a web server that answers HTTP is told apart as a protocol error', async () => {
  const { port } = await broker((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  const { state, captureId } = await tryToConnect(port);
  expect(state).toMatchObject({ status: 'closed' });
  expect(story(await app.rows(captureId))).toEqual(['> CONNECT', '< broken']);
});

test('an announced packet of 256 MB is refused without waiting for it', async () => {
  const { port } = await broker((socket) => {
    socket.write(Buffer.concat([CONNACK, Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f, 0, 1])]));
  });
  const { state, captureId } = await tryToConnect(port);
  expect(state).toMatchObject({
    cause: { kind: 'protocol-error', raw: expect.stringContaining('16777216 bytes') },
  });
  expect(story(await app.rows(captureId))).toEqual(['> CONNECT', '< CONNACK', '< broken']);
});

test('half a packet before the connection closes is a broken row with its bytes', async () => {
  const half = Buffer.from([0x30, 50, 0, 1, 0x61, 0x62]);
  const { port } = await broker((socket) => {
    socket.write(CONNACK);
    socket.once('data', () => setTimeout(() => socket.end(half), 50));
  });
  const session = await connectDevice(app, brokerTarget(port));
  await app.sessionThat(session.id, ({ state }) => state.status === 'waiting');
  const rows = await app.rows(session.captureId);
  expect(story(rows)).toEqual(['> CONNECT', '< CONNACK', '< broken']);
  expect(rows[2]?.size).toBe(half.length);
  await app.ask('sessions.disconnect', { sessionId: session.id });
});

test('an invalid packet within the frame is recorded before mqtt.js gives up', async () => {
  const puback = Buffer.from([0x4f, 2, 0, 1]);
  const { port } = await broker((socket) => socket.write(Buffer.concat([CONNACK, puback])));
  const { state, captureId } = await tryToConnect(port);
  expect(state).toMatchObject({ cause: { kind: 'protocol-error' } });
  expect(story(await app.rows(captureId)).slice(0, 3)).toEqual([
    '> CONNECT',
    '< CONNACK',
    '< PUBACK',
  ]);
});

test('a broker that closes without a CONNACK is said so', async () => {
  const { port } = await broker((socket) => socket.once('data', () => socket.end()));
  expect((await tryToConnect(port)).state).toMatchObject({
    cause: { kind: 'no-connack', phase: 'mqtt' },
  });
});

test('a closed port is a refused connection in the TCP phase', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expect((await tryToConnect(port)).state).toMatchObject({
    cause: {
      kind: 'connection-refused',
      phase: 'tcp',
      raw: expect.stringContaining('ECONNREFUSED'),
    },
  });
});

test('a name that does not resolve fails in the DNS phase', async () => {
  expect((await tryToConnect(1883, { host: 'nowhere.invalid' })).state).toMatchObject({
    cause: { kind: 'dns-failed', phase: 'dns' },
  });
});

test('a server that speaks no TLS fails in the TLS phase', async () => {
  const { port } = await broker((socket) => socket.on('data', () => socket.write('no TLS here')));
  expect((await tryToConnect(port, { transport: 'tls' })).state).toMatchObject({
    cause: { kind: 'tls-failed', phase: 'tls' },
  });
});

test('a server that refuses the upgrade fails in the WebSocket phase', async () => {
  const { port } = await broker((socket) =>
    socket.once('data', () => socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n')),
  );
  expect((await tryToConnect(port, { transport: 'ws' })).state).toMatchObject({
    cause: { kind: 'websocket-refused', phase: 'websocket', raw: expect.stringContaining('404') },
  });
});

test('a silent broker can be left at once', async () => {
  const { port } = await broker(() => undefined);
  const device = await app.ask('devices.save', { id: null, target: brokerTarget(port) });
  const { id, captureId } = await app.ask('sessions.connect', { deviceId: device.id });
  await app.sessionThat(id, ({ state }) => state.status === 'connecting' && state.phase === 'mqtt');
  await app.ask('sessions.disconnect', { sessionId: id });
  expect((await app.sessionThat(id, isClosed)).state).toEqual({ status: 'closed', cause: null });
  expect(story(await app.rows(captureId))).toEqual(['> CONNECT']);
});

test('the first FIN in the file is that of the side that closed', async () => {
  const firstFin = async (captureId: string) => {
    const path = join(app.dataDir, 'captures', captureId, 'packets.pcapng');
    const [first] = await tsharkFields(path, ['tcp.srcport'], 'tcp.flags.fin==1');
    return first?.[0] === '1883' ? 'broker' : 'device';
  };
  const babbles = await broker((socket) => socket.write(Buffer.from([0, 1, 2, 3, 4])));
  const given = await tryToConnect(babbles.port);
  expect(await firstFin(given.captureId)).toBe('device');
  const accepts = await broker((socket) => socket.write(CONNACK));
  const session = await connectDevice(app, brokerTarget(accepts.port));
  await app.ask('sessions.disconnect', { sessionId: session.id });
  await app.sessionThat(session.id, isClosed);
  expect(await firstFin(session.captureId)).toBe('device');
  for (const leave of ['end', 'resetAndDestroy'] as const) {
    const { port } = await broker((socket) => {
      socket.write(CONNACK);
      setTimeout(() => socket[leave](), 50);
    });
    const lost = await connectDevice(app, brokerTarget(port));
    await app.sessionThat(lost.id, ({ state }) => state.status === 'waiting');
    await app.ask('sessions.disconnect', { sessionId: lost.id });
    expect(await firstFin(lost.captureId)).toBe('broker');
  }
});
