import { once } from 'node:events';
import { connect as connectTls } from 'node:tls';
import { connectAsync, type IClientOptions } from 'mqtt';
import { generate, type IConnectPacket, type Packet, parser } from 'mqtt-packet';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signContent } from '../../../shared/alibaba/signature.ts';
import { signPassword } from '../sign.ts';
import { temporaryFolder } from '../storage/temporary-folder.test-support.ts';
import { openCertificates } from './certificate.ts';
import type { PlatformLimits } from './limits.ts';
import { type Platform, startPlatform } from './platform.ts';
import { findDevice, lamp, login, openSocket } from './test-support.ts';

const owner = { productKey: 'a1pk', deviceName: 'lamp' };
const product = {
  productKey: 'a1pk',
  productSecret: 'productsecret',
  dynamicRegistration: true,
};

let platform: Platform;
let server: Awaited<ReturnType<typeof openCertificates>>['server'];

const start = async (limits: Partial<PlatformLimits> = {}) => {
  platform = await startPlatform({
    findDevice,
    products: [product],
    limits,
    ports: { tcp: 0, tls: 0 },
    certificate: server,
  });
};
beforeAll(async () => {
  server = (await openCertificates(await temporaryFolder())).server;
});
beforeEach(() => start());
afterEach(() => platform.close());

interface Asked {
  authType?: string;
  securemode?: number;
  method?: string;
  secret?: string;
  random?: string | null;
  deviceName?: string;
}

function registration(asked: Asked = {}): IConnectPacket {
  const {
    authType = 'register',
    securemode = 2,
    method = 'hmacsha256',
    secret = 'productsecret',
    random = '123',
    deviceName = 'lamp',
  } = asked;
  const nonce = random === null ? '' : `random=${random},`;
  const content = signContent({ productKey: 'a1pk', deviceName, random: random ?? '' });
  return {
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: true,
    keepalive: 0,
    clientId: `id|securemode=${securemode},authType=${authType},${nonce}signmethod=${method}|`,
    username: `${deviceName}&a1pk`,
    password: Buffer.from(signPassword(content, secret, 'hmacsha256')),
  };
}

/** Everything the platform says until it closes. */
async function talk(packet: IConnectPacket): Promise<Packet[]> {
  const socket = connectTls({
    port: platform.ports.tls ?? 0,
    host: '127.0.0.1',
    rejectUnauthorized: false,
  });
  await once(socket, 'secureConnect');
  const packets: Packet[] = [];
  const incoming = parser();
  incoming.on('packet', (one) => packets.push(one));
  socket.on('data', (chunk: Buffer) => incoming.parse(chunk));
  socket.write(generate(packet));
  await once(socket, 'close');
  return packets;
}

/** What is pushed to a device that registers, by a platform that closes at once. */
async function registered(asked: Asked = {}) {
  const [connack, push] = await talk(registration(asked));
  expect(connack).toMatchObject({ cmd: 'connack', returnCode: 0 });
  if (push?.cmd !== 'publish') throw new Error('nothing was pushed');
  return { topic: push.topic, ...JSON.parse(push.payload.toString()) };
}

const connectOverTls = (options: IClientOptions) =>
  connectAsync(`mqtts://127.0.0.1:${platform.ports.tls}`, {
    protocolVersion: 4,
    reconnectPeriod: 0,
    rejectUnauthorized: false,
    ...options,
  });

describe('a pre-registered device', () => {
  beforeEach(async () => {
    await platform.close();
    await start({ registrationTime: 20 });
  });

  test('is told its secret without a subscription, and the connection is closed', async () => {
    expect(await registered()).toEqual({
      topic: '/ext/register',
      ...owner,
      deviceSecret: 'lamp-secret',
    });
  });

  test('is told again until it has logged in with it', async () => {
    await registered();
    await registered({ securemode: -2 });
    await (await connectOverTls(login(lamp, 'tls'))).endAsync();
    expect(await talk(registration())).toMatchObject([{ returnCode: 4 }]);
    expect(platform.log().at(-1)?.message).toContain('6289');
  });
});

test.each<[number, string, Asked]>([
  [2, 'no random', { random: null }],
  [2, 'an unknown sign method', { method: 'hmacsha512' }],
  [2, 'another securemode', { securemode: 3 }],
  [4, 'another product secret', { secret: 'other' }],
  [4, 'a device that is not registered', { deviceName: 'nobody' }],
])('a registration is refused with %i for %s', async (returnCode, _name, asked) => {
  expect(await talk(registration(asked))).toMatchObject([{ cmd: 'connack', returnCode }]);
});

test('a registration is refused with 4 while its switch is off', async () => {
  platform.setProduct({ ...product, dynamicRegistration: false });
  expect(await talk(registration())).toMatchObject([{ returnCode: 4 }]);
  expect(platform.log().at(-1)?.message).toContain('6288');
});

test('a registration over TCP is refused with 2', async () => {
  const socket = await openSocket(platform.ports.tcp);
  socket.write(generate(registration()));
  expect(await socket.next()).toEqual(Buffer.from([0x20, 2, 0, 2]));
  await socket.closed;
});

describe('a device that was not registered', () => {
  beforeEach(async () => {
    await platform.close();
    await start({ registrationTime: 20 });
  });
  const asked = { authType: 'regnwl', securemode: -2, deviceName: 'new-lamp' };

  test('connects with the token it is given, over TLS', async () => {
    const given = await registered(asked);
    expect(given).toMatchObject({
      topic: '/ext/regnwl',
      productKey: 'a1pk',
      deviceName: 'new-lamp',
      clientId: expect.any(String),
      deviceToken: expect.any(String),
    });
    const credentials = {
      clientId: `${given.clientId}|securemode=-2,authType=connwl|`,
      username: 'new-lamp&a1pk',
      password: given.deviceToken,
    };
    const client = await connectOverTls(credentials);
    await client.publishAsync('/a1pk/new-lamp/user/update', 'x', { qos: 1 });
    await client.endAsync();
    await expect(connectOverTls({ ...credentials, password: 'other' })).rejects.toMatchObject({
      code: 5,
    });
    for (const other of ['other', 'constructor', '__proto__'])
      await expect(
        connectOverTls({ ...credentials, clientId: `${other}|securemode=-2,authType=connwl|` }),
      ).rejects.toMatchObject({ code: 5 });
    await expect(
      connectAsync(`mqtt://127.0.0.1:${platform.ports.tcp}`, {
        ...credentials,
        protocolVersion: 4,
        reconnectPeriod: 0,
      }),
    ).rejects.toMatchObject({ code: 2 });
  });

  test('shares its name with four others', async () => {
    for (let count = 0; count < 5; count += 1) await registered(asked);
    expect(await talk(registration(asked))).toMatchObject([{ returnCode: 4 }]);
    expect(platform.log().at(-1)?.message).toContain('5 devices');
  });
});
