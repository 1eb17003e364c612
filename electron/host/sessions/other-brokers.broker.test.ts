import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Mosquitto, startMosquitto } from '../../../e2e/support/mosquitto.ts';
import type { DeviceDraft } from '../../../shared/contract/devices.ts';
import type { Message, Session } from '../../../shared/contract/sessions.ts';
import {
  brokerTarget,
  isClosed,
  isConnected,
  leftBehind,
  newDataDir,
  startHost,
  type TestHost,
} from '../test-support.ts';

const PASSPHRASE = 'opens the key';
type Identity = Awaited<ReturnType<typeof generate>>;

let app: TestHost;
let mosquitto: Mosquitto;
let authority: Identity;
let client: Identity;
let stranger: Identity;
let server: { certificate: string; key: string };
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const folder = await newDataDir();
  const issue = (name: string, more: object = {}) =>
    generate([{ name: 'commonName', value: name }], {
      keyType: 'ec',
      algorithm: 'sha256',
      ...more,
    });
  authority = await issue('Lab CA', {
    extensions: [{ name: 'basicConstraints', cA: true, critical: true }],
  });
  const ca = { key: authority.private, cert: authority.cert };
  client = await issue('lab client', { ca });
  stranger = await issue('a stranger');
  const shown = await issue('127.0.0.1', {
    ca,
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 7, ip: '127.0.0.1' },
          { type: 2, value: 'x509.itls.cn-shanghai.aliyuncs.com' },
        ],
      },
    ],
  });
  await mkdir(folder, { recursive: true });
  server = { certificate: join(folder, 'server.crt'), key: join(folder, 'server.key') };
  const cafile = join(folder, 'ca.crt');
  await writeFile(server.certificate, shown.cert);
  await writeFile(server.key, shown.private);
  await writeFile(cafile, authority.cert);
  mosquitto = await startMosquitto({
    folder,
    users: {},
    tls: server,
    settings: [`cafile ${cafile}`, 'require_certificate true'],
  });
});
afterAll(() => mosquitto.stop());

beforeEach(async () => {
  app = await startHost(await newDataDir());
});
afterEach(async () => {
  await app.host.close();
  for (const close of closers.splice(0)) await close();
});

type Changes = Parameters<typeof brokerTarget>[1];

async function connect(
  port: number,
  changes: Changes = {},
  secrets: Partial<DeviceDraft> = {},
): Promise<Session> {
  const target = brokerTarget(port, changes);
  const device = await app.ask('devices.save', { id: null, target, ...secrets });
  const { id } = await app.ask('sessions.connect', { deviceId: device.id });
  return app.sessionThat(id, (session) => isConnected(session) || isClosed(session));
}

const overTls = (changes: Changes = {}): Changes => ({
  transport: 'tls',
  rootCertificate: authority.cert,
  ...changes,
});

/** The fields of a row as lines of text, its bytes aside. */
async function fieldsOf(captureId: string, row: number): Promise<string> {
  return JSON.stringify((await app.ask('packet.get', { captureId, row })).fields);
}

test('a client certificate opens a broker that asks for one; its key is in no file and no event', async () => {
  const shows = overTls({ clientCertificate: client.cert });
  const session = await connect(mosquitto.tlsPort, shows, { privateKey: client.private });
  expect(session.state.status).toBe('connected');
  const [, line = ''] = client.private.split('\n');
  expect(line.length).toBeGreaterThan(40);
  expect(await leftBehind(app)).not.toContain(line);
});

test('a key locked by a passphrase is opened with it, and refused on saving without it', async () => {
  const { createPrivateKey } = await import('node:crypto');
  const locked = createPrivateKey(client.private)
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE })
    .toString();
  const shows = overTls({ clientCertificate: client.cert });
  const secrets = { privateKey: locked, passphrase: PASSPHRASE };
  const session = await connect(mosquitto.tlsPort, shows, secrets);
  expect(session.state.status).toBe('connected');
  const target = brokerTarget(mosquitto.tlsPort, shows);
  const save = (draft: Partial<DeviceDraft>) =>
    app.ask('devices.save', { id: null, target, ...draft });
  await expect(save({ privateKey: locked })).rejects.toMatchObject({ code: 'key-unreadable' });
  await expect(save({})).rejects.toMatchObject({ code: 'key-unreadable' });
  await expect(save({ privateKey: stranger.private })).rejects.toMatchObject({
    code: 'key-mismatch',
  });
});

test('a broker that does not get the certificate it asks for is told as a failure of TLS', async () => {
  const { state } = await connect(mosquitto.tlsPort, overTls());
  expect(state).toMatchObject({ status: 'closed', cause: { kind: 'tls-failed' } });
});

test('a root that is not trusted is named', async () => {
  const { state } = await connect(mosquitto.tlsPort, overTls({ rootCertificate: null }));
  expect(state).toMatchObject({
    cause: {
      kind: 'tls-failed',
      phase: 'tls',
      certificate: { problem: 'untrusted', root: 'Lab CA' },
    },
  });
});

test('a certificate for another name is told, with the names it is for', async () => {
  const changes = overTls({ host: 'localhost' });
  const { state } = await connect(mosquitto.tlsPort, changes);
  expect(state).toMatchObject({ cause: { certificate: { problem: 'other-name' } } });
  expect(JSON.stringify(state)).toContain('127.0.0.1');
});

test('protocols are offered in the TLS handshake', async () => {
  const [cert, key] = await Promise.all([readFile(server.certificate), readFile(server.key)]);
  const chosen: (string | false | null)[] = [];
  const listener = createServer({ cert, key, ALPNProtocols: ['x-amzn-mqtt-ca'] });
  listener.on('secureConnection', (socket: TLSSocket) => {
    chosen.push(socket.alpnProtocol);
    socket.write(Buffer.from([0x20, 2, 0, 0]));
    socket.on('error', () => undefined);
    closers.unshift(async () => void socket.destroy());
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  closers.push(() => new Promise((done) => listener.close(() => done())));
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const session = await connect(port, overTls({ alpn: ['mqtt', 'x-amzn-mqtt-ca'] }));
  expect(session.state.status).toBe('connected');
  expect(chosen).toEqual(['x-amzn-mqtt-ca']);
  await app.ask('sessions.disconnect', { sessionId: session.id });
});

test.each([
  ['3.1', 'MQTT 3.1'],
  ['3.1.1', 'MQTT 3.1.1'],
  ['5', 'MQTT 5.0'],
] as const)('MQTT %s is spoken as its CONNECT says', async (mqttVersion, name) => {
  const session = await connect(mosquitto.port, { mqttVersion });
  expect(session.state.status).toBe('connected');
  expect(await fieldsOf(session.captureId, 0)).toContain(`${name}"`);
});

test('the properties of MQTT 5 are sent as they are set', async () => {
  const session = await connect(mosquitto.port, {
    mqttVersion: '5',
    properties: {
      sessionExpiryInterval: 3600,
      receiveMaximum: 17,
      maximumPacketSize: 70_000,
      topicAliasMaximum: 9,
      requestResponseInformation: true,
      requestProblemInformation: false,
      userProperties: [
        { name: 'site', value: 'north' },
        { name: 'site', value: 'east' },
        { name: 'line', value: '4' },
      ],
    },
  });
  expect(session.state.status).toBe('connected');
  const sent = await fieldsOf(session.captureId, 0);
  for (const part of ['3600', '17', '70000', 'north', 'east', 'line']) expect(sent).toContain(part);
});

test('the properties of a message reach whoever subscribes, and are refused before MQTT 5', async () => {
  const session = await connect(mosquitto.port, { mqttVersion: '5' });
  await app.ask('sessions.subscribe', { sessionId: session.id, filter: 'p/#', qos: 1 });
  const message: Message = {
    topic: 'p/1',
    qos: 1,
    retain: false,
    payload: { encoding: 'utf8', data: '{}' },
    properties: {
      payloadFormatIndicator: true,
      messageExpiryInterval: 600,
      contentType: 'application/json',
      responseTopic: 'answers/1',
      correlationData: Buffer.from('corr-7').toString('base64'),
      userProperties: [
        { name: 'site', value: 'north' },
        { name: 'site', value: 'east' },
      ],
    },
  };
  await app.ask('sessions.publish', { sessionId: session.id, message });
  await app.progressThat(session.id, ({ messages }) => Object.values(messages)[0] === 1);
  const rows = await app.rows(session.captureId);
  const came = rows.find(({ direction, topic }) => direction === 'received' && topic === 'p/1');
  const fields = await fieldsOf(session.captureId, came?.row ?? 0);
  for (const part of ['application/json', 'answers/1', '600', 'corr-7', 'north', 'east'])
    expect(fields).toContain(part);

  const older = await connect(mosquitto.port, { clientId: 'older' });
  await expect(
    app.ask('sessions.publish', {
      sessionId: older.id,
      message: { ...message, properties: { contentType: 'x' } },
    }),
  ).rejects.toMatchObject({ code: 'invalid-input' });
});

test.each(['3.1.1', '5'] as const)(
  'the will of a client that vanishes is published (MQTT %s)',
  async (mqttVersion) => {
    const watcher = await connect(mosquitto.port, { clientId: `watcher-${mqttVersion}` });
    const filter = `wills/${mqttVersion}`;
    await app.ask('sessions.subscribe', { sessionId: watcher.id, filter, qos: 1 });
    const will = {
      topic: filter,
      payload: 'gone – 再见',
      qos: 1,
      retain: false,
      delay: 0,
    } as const;
    const mortal = await startHost(await newDataDir());
    const device = await mortal.ask('devices.save', {
      id: null,
      target: brokerTarget(mosquitto.port, {
        clientId: `mortal-${mqttVersion}`,
        mqttVersion,
        will,
      }),
    });
    const { id } = await mortal.ask('sessions.connect', { deviceId: device.id });
    await mortal.sessionThat(id, isConnected);
    // A second client of the same id: the broker cuts the first, which is no goodbye.
    const twin = await connect(mosquitto.port, { clientId: `mortal-${mqttVersion}` });
    await app.progressThat(watcher.id, ({ messages }) => Object.values(messages)[0] === 1);
    await mortal.ask('sessions.disconnect', { sessionId: id });
    await mortal.host.close();
    await app.ask('sessions.disconnect', { sessionId: twin.id });
    const rows = await app.rows(watcher.captureId);
    const published = rows.find(({ header }) => header >> 4 === 3);
    const { bytes, payload } = await app.ask('packet.get', {
      captureId: watcher.captureId,
      row: published?.row ?? 0,
    });
    const text = Buffer.from(bytes, 'base64').subarray(payload?.start, payload?.end).toString();
    expect(text).toBe('gone – 再见');
  },
);

test('the path of a WebSocket is asked for as it is set', async () => {
  const { createServer: createHttp } = await import('node:http');
  const asked: (string | undefined)[] = [];
  const http = createHttp();
  http.on('upgrade', (request, socket) => {
    asked.push(request.url);
    socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  closers.push(() => new Promise((done) => http.close(() => done())));
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { state } = await connect(port, { transport: 'ws', path: '/plant/4?site=north' });
  expect(asked).toEqual(['/plant/4?site=north']);
  expect(state).toMatchObject({ cause: { kind: 'websocket-refused' } });
});

test('a client certificate signs a device of Alibaba Cloud in, through an address that stands for its host', async () => {
  const target = {
    kind: 'alibaba-public',
    productKey: 'a1B2c3D4e5F',
    deviceName: 'lamp-01',
    region: 'cn-shanghai',
    signMethod: 'hmacsha256',
    clientId: '',
    keepAlive: 60,
    cleanSession: true,
    transport: 'tls',
    port: mosquitto.tlsPort,
    // The certificate is for x509.itls.cn-shanghai.aliyuncs.com.
    host: '127.0.0.1',
    rootCertificate: authority.cert,
    credentials: { kind: 'x509', certificate: client.cert },
  } as const;
  const device = await app.ask('devices.save', { id: null, target, privateKey: client.private });
  expect(device.secrets).toEqual(['privateKey']);
  const { id } = await app.ask('sessions.connect', { deviceId: device.id });
  const { captureId } = await app.sessionThat(id, isConnected);
  const sent = await fieldsOf(captureId, 0);
  expect(sent).toContain('lamp-01&a1B2c3D4e5F');
  expect(sent).toContain('signmethod=hmacsha1');
  expect(sent).not.toContain('"Password"');
});
