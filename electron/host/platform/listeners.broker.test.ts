import { once } from 'node:events';
import { get } from 'node:http';
import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { connectAsync } from 'mqtt';
import { generate } from 'mqtt-packet';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Transport } from '../../../shared/contract/devices.ts';
import { temporaryFolder } from '../storage/temporary-folder.test-support.ts';
import { openCertificates, type PlatformCertificates } from './certificate.ts';
import type { ListenerPorts } from './listeners.ts';
import { type Platform, startPlatform } from './platform.ts';
import { fan, findDevice, lamp, login } from './test-support.ts';

const transports: readonly Transport[] = ['tcp', 'tls', 'ws', 'wss'];

let certificates: PlatformCertificates;
let platform: Platform;
let ports: Required<ListenerPorts>;

beforeAll(async () => {
  certificates = await openCertificates(await temporaryFolder());
});
beforeEach(async () => {
  platform = await startPlatform({
    findDevice,
    ports: { tcp: 0, tls: 0, ws: 0, wss: 0 },
    certificate: certificates.server,
  });
  ports = { tls: 0, ws: 0, wss: 0, ...platform.ports };
});
afterEach(() => platform.close());

const ca = () => certificates.authority;
const connect = (url: string, identity: ReturnType<typeof login>) =>
  connectAsync(url, { ...identity, ca: ca(), reconnectPeriod: 0, connectTimeout: 10_000 });
const urlOf = (transport: Transport) => `${transport}://localhost:${ports[transport]}`;

describe.each(transports)('over %s', (transport) => {
  const other = { tcp: 'tls', tls: 'tcp', ws: 'wss', wss: 'ws' } as const;

  test('a device logs in with the securemode of its transport and is heard', async () => {
    const client = await connect(urlOf(transport), login(lamp, transport));
    await client.subscribeAsync('/a1pk/lamp/user/get', { qos: 1 });
    const received = new Promise<string>((resolve) =>
      client.once('message', (_topic, message) => resolve(String(message))),
    );
    // Longer than a TLS record and than the buffer of a socket.
    const payload = 'x'.repeat(200_000);
    await platform.publish('/a1pk/lamp/user/get', payload, 1);
    expect(await received).toBe(payload);
    await client.publishAsync('/a1pk/lamp/user/update', payload, { qos: 1 });
    await client.endAsync();
  });

  test('the securemode of the other kind is refused with 2', async () => {
    const identity = login(lamp, other[transport]);
    await expect(connect(urlOf(transport), identity)).rejects.toMatchObject({ code: 2 });
  });

  test('closing the platform ends the connection', async () => {
    const client = await connect(urlOf(transport), login(lamp, transport));
    const closed = new Promise((resolve) => client.once('close', () => resolve(null)));
    await platform.close();
    await closed;
    client.end(true);
  });
});

describe('over WebSocket', () => {
  test('every path is taken, with the subprotocol mqtt or none', async () => {
    const client = await connect(`ws://localhost:${ports.ws}/any/path?x=1`, login(fan));
    await client.endAsync();
    for (const [offered, chosen] of [
      [['other', 'mqtt'], 'mqtt'],
      [['mqttv3.1'], 'mqttv3.1'],
      [[], ''],
    ] as const) {
      const socket = new WebSocket(`ws://localhost:${ports.ws}/mqtt`, [...offered]);
      await once(socket, 'open');
      expect(socket.protocol).toBe(chosen);
      socket.terminate();
    }
  });

  test('a text message closes the session, though it would be a packet', async () => {
    const socket = new WebSocket(`ws://localhost:${ports.ws}`, 'mqtt');
    await once(socket, 'open');
    const { password, ...identity } = login(lamp, 'ws');
    socket.send(
      generate({ cmd: 'connect', keepalive: 60, ...identity, password: Buffer.from(password) }),
    );
    await once(socket, 'message');
    const publish = { topic: 'a', payload: 'b', qos: 0, dup: false, retain: false } as const;
    socket.send(generate({ cmd: 'publish', ...publish }).toString());
    await once(socket, 'close');
  });

  test('a request for a page is answered with 426', async () => {
    const [response] = await once(get(`http://localhost:${ports.ws}/`), 'response');
    expect(response.statusCode).toBe(426);
    response.resume();
  });
});

describe('over TLS', () => {
  test('the platform shows what its authority signed, with TLS 1.2 as with 1.3', async () => {
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const port = ports.tls;
      const limits = { minVersion: version, maxVersion: version };
      const socket = connectTls({ host: '127.0.0.1', port, ca: ca(), ...limits });
      await once(socket, 'secureConnect');
      expect(socket.authorized).toBe(true);
      expect(socket.getProtocol()).toBe(version);
      socket.destroy();
    }
  });

  test('TLS 1.1 is refused', async () => {
    const socket = connectTls({
      port: ports.tls,
      ca: ca(),
      minVersion: 'TLSv1.1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    const [error] = await once(socket, 'error');
    expect(error.code).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
  });

  test('a client that does not trust the authority stays out', async () => {
    const socket = connectTls({ port: ports.tls, servername: 'localhost' });
    await expect(once(socket, 'secureConnect')).rejects.toThrow(/certificate/);
  });

  test('a client that never begins its handshake is ended with the platform', async () => {
    const socket = connectTcp(ports.tls, '127.0.0.1');
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    await platform.close();
    await closed;
  });

  test('nothing is served without a certificate', async () => {
    const without = startPlatform({ findDevice, ports: { tcp: 0, wss: 0 } });
    await expect(without).rejects.toThrow('wss needs a certificate');
  });
});
