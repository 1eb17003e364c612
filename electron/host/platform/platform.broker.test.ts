import { createServer } from 'node:net';
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { generate, type IConnectPacket, type Packet } from 'mqtt-packet';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { fan, findDevice, lamp, login, openSocket, type TestSocket } from './test-support.ts';

const post = '/sys/a1pk/lamp/thing/event/property/post';
const control = '/a1pk/lamp/control';

let platform: Platform;
let clients: MqttClient[];
let sockets: TestSocket[];

beforeEach(async () => {
  clients = [];
  sockets = [];
  platform = await startPlatform({
    findDevice,
    customTopics: [
      { pattern: `/\${productKey}/\${deviceName}/data`, permission: 'pubsub' },
      { pattern: `/\${productKey}/\${deviceName}/user/#`, permission: 'sub' },
    ],
  });
});

afterEach(async () => {
  for (const client of clients) client.end(true);
  for (const socket of sockets) socket.destroy();
  await platform.close();
});

async function connect(options: IClientOptions): Promise<MqttClient> {
  const client = await connectAsync(`mqtt://127.0.0.1:${platform.ports.tcp}`, {
    protocolVersion: 4,
    reconnectPeriod: 0,
    resubscribe: false,
    ...options,
  });
  client.on('error', () => {});
  clients.push(client);
  return client;
}

const send = (socket: TestSocket, packet: Packet) => socket.write(generate(packet));

async function open(): Promise<TestSocket> {
  const socket = await openSocket(platform.ports.tcp);
  sockets.push(socket);
  return socket;
}

function connectPacket(change: Partial<IConnectPacket> = {}): IConnectPacket {
  const { password, ...rest } = login(lamp);
  return {
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: true,
    keepalive: 60,
    ...rest,
    password: Buffer.from(password),
    ...change,
  };
}

/** A socket that has logged in as the lamp. */
async function openSession() {
  const socket = await open();
  send(socket, connectPacket());
  expect(await socket.next()).toEqual(Buffer.from([0x20, 2, 0, 0]));
  return socket;
}

const subscribePacket = (...filters: string[]): Packet => ({
  cmd: 'subscribe',
  messageId: 9,
  subscriptions: filters.map((topic) => ({ topic, qos: 1 })),
});
const publishPacket = (topic: string, qos: 0 | 1 | 2, payload: string): Packet => ({
  cmd: 'publish',
  topic,
  qos,
  payload,
  dup: false,
  retain: false,
  messageId: 77,
});

describe('a login', () => {
  test.each<[number, string, Partial<IConnectPacket>]>([
    [1, 'MQTT 5', { protocolVersion: 5 }],
    [2, 'a bare client id', { clientId: 'id' }],
    [2, 'the securemode of TLS', { clientId: 'id|securemode=2,signmethod=hmacsha1|' }],
    [3, 'a keep-alive of 10 s', { keepalive: 10 }],
    [4, 'an unknown device', { username: 'nobody&a1pk' }],
    [
      5,
      'another timestamp than the signed one',
      {
        clientId: 'id0|securemode=3,signmethod=hmacsha1,timestamp=790|',
      },
    ],
    [5, 'a wrong signature', { password: Buffer.from('00'.repeat(20)) }],
  ])('is answered with CONNACK %i and closed: %s', async (code, _name, change) => {
    const socket = await open();
    send(socket, connectPacket(change));
    expect(await socket.next()).toEqual(Buffer.from([0x20, 2, 0, code]));
    await socket.closed;
  });

  test('is accepted with the password in upper case', async () => {
    const { password, ...rest } = login(lamp);
    const client = await connect({ ...rest, password: password.toUpperCase() });
    expect(client.connected).toBe(true);
  });

  test('of the same device ends the earlier connection, and no other', async () => {
    const first = await connect({ ...login(lamp) });
    const other = await connect({ ...login(fan) });
    const closed = new Promise((resolve) => first.once('close', () => resolve('kicked')));
    const second = await connect({ ...login(lamp) });
    expect(await closed).toBe('kicked');
    await second.publishAsync(post, '{}', { qos: 1 });
    await other.publishAsync('/a1pk/fan/user/update', '', { qos: 1 });
  });

  test('that is refused leaves the session of the device alone', async () => {
    const client = await connect({ ...login(lamp), clean: false });
    const intruder = await open();
    send(intruder, connectPacket({ password: Buffer.from('wrong') }));
    expect((await intruder.next())[3]).toBe(5);
    await intruder.closed;
    await client.publishAsync(post, '{}', { qos: 1 });
    expect(client.connected).toBe(true);
  });
});

describe('a subscription', () => {
  test('is granted on own topics and refused with 128 on others, filter by filter', async () => {
    const socket = await openSession();
    send(
      socket,
      subscribePacket(
        `${post}_reply`,
        control,
        '/a1pk/fan/user/get',
        '/a1pk/lamp/user/#',
        post,
        '#',
      ),
    );
    expect(await socket.next()).toEqual(Buffer.from([0x90, 8, 0, 9, 1, 128, 128, 1, 128, 128]));
    send(socket, { cmd: 'pingreq' });
    expect(await socket.next()).toEqual(Buffer.from([0xd0, 0]));
  });

  test('that was refused brings no message, also after the device was away', async () => {
    const first = await connect({ ...login(lamp), clean: false });
    const granted = await first
      .subscribeAsync([control, `${post}_reply`], { qos: 1 })
      .catch(() => 'refused');
    expect(granted).toBe('refused');
    await first.endAsync();
    await platform.publish(control, 'secret', 1);
    await platform.publish(`${post}_reply`, 'reply', 1);

    const socket = await open();
    send(socket, connectPacket({ clean: false }));
    expect(await socket.next()).toEqual(Buffer.from([0x20, 2, 1, 0]));
    expect((await socket.next()).toString()).toContain('reply');
    send(socket, { cmd: 'pingreq' });
    expect((await socket.next())[0]).toBe(0xd0);
  });

  test('outlives the connection of a session that is not clean', async () => {
    const first = await connect({ ...login(lamp), clean: false });
    await first.subscribeAsync('/a1pk/lamp/user/get', { qos: 1 });
    await first.endAsync();
    await platform.publish('/a1pk/lamp/user/get', 'while away', 1);
    await platform.publish('/a1pk/lamp/user/get', 'lost at QoS 0', 0);

    const socket = await open();
    send(socket, connectPacket({ clean: false }));
    expect(await socket.next()).toEqual(Buffer.from([0x20, 2, 1, 0]));
    const message = await socket.next();
    expect(message[0]).toBe(0x32);
    expect(message.toString()).toContain('while away');
    await platform.publish('/a1pk/lamp/user/get', 'back again', 0);
    expect((await socket.next()).toString()).toContain('back again');
  });

  test('ends with a clean session', async () => {
    const first = await connect({ ...login(lamp), clean: false });
    await first.subscribeAsync('/a1pk/lamp/user/get', { qos: 1 });
    await first.endAsync();
    const second = await connect({ ...login(lamp), clean: true });
    await second.endAsync();
    const socket = await open();
    send(socket, connectPacket({ clean: false }));
    expect(await socket.next()).toEqual(Buffer.from([0x20, 2, 0, 0]));
  });
});

describe('a publish', () => {
  test('of a property is answered after its PUBACK', async () => {
    const socket = await openSession();
    send(socket, subscribePacket(`${post}_reply`));
    await socket.next();
    send(socket, publishPacket(post, 1, '{"id":"5","params":{"Power":"on"}}'));
    expect(await socket.next()).toEqual(Buffer.from([0x40, 2, 0, 77]));
    const reply = await socket.next();
    expect(reply[0]).toBe(0x30);
    expect(reply.toString()).toContain(`${post}_reply{"id":"5","code":200,`);
  });

  test('that asks for no reply gets its PUBACK alone', async () => {
    const socket = await openSession();
    send(socket, subscribePacket(`${post}_reply`));
    await socket.next();
    send(socket, publishPacket(post, 1, '{"id":"5","params":{"a":1},"sys":{"ack":0}}'));
    expect((await socket.next())[0]).toBe(0x40);
    send(socket, { cmd: 'pingreq' });
    expect((await socket.next())[0]).toBe(0xd0);
  });

  test.each([control, '/a1pk/fan/user/get', `${post}_reply`, '$SYS/any'])(
    'on %s is acknowledged and reaches nobody',
    async (topic) => {
      const other = await openSession();
      send(other, subscribePacket(`${post}_reply`));
      await other.next();
      send(other, publishPacket(topic, 1, 'not allowed'));
      expect((await other.next())[0]).toBe(0x40);
      send(other, { cmd: 'pingreq' });
      expect((await other.next())[0]).toBe(0xd0);
    },
  );

  test('on a custom topic reaches the device that subscribed to it, never retained', async () => {
    const first = await openSession();
    send(first, subscribePacket('/a1pk/lamp/data'));
    await first.next();
    send(first, { ...publishPacket('/a1pk/lamp/data', 0, 'loop'), retain: true } as Packet);
    expect((await first.next())[0]).toBe(0x30);
    const second = await openSession();
    send(second, subscribePacket('/a1pk/lamp/data'));
    expect((await second.next())[0]).toBe(0x90);
    send(second, { cmd: 'pingreq' });
    expect((await second.next())[0]).toBe(0xd0);
  });
});

describe('the platform', () => {
  test.each([
    ['bytes that are not MQTT', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a packet before CONNECT', generate({ cmd: 'pingreq' })],
    ['a remaining length of five bytes', Buffer.from([0x10, 0xff, 0xff, 0xff, 0xff, 0x7f])],
  ])('closes a connection that sends %s, and no other', async (_name, bytes) => {
    const client = await connect({ ...login(fan) });
    const socket = await open();
    socket.write(bytes);
    await socket.closed;
    await client.publishAsync('/a1pk/fan/user/update', 'still here', { qos: 1 });
  });

  test('closes a session that breaks the protocol after its login', async () => {
    const socket = await openSession();
    send(socket, connectPacket());
    await socket.closed;
  });

  test('ends every connection when it closes, logged in or not, and frees its port', async () => {
    const silent = await open();
    const session = await openSession();
    await platform.close();
    await Promise.all([silent.closed, session.closed]);
    const again = await startPlatform({ findDevice: () => undefined, ports: platform.ports });
    await again.close();
  });

  test('says when its port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(
      startPlatform({ findDevice: () => undefined, ports: { tcp: port } }),
    ).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await new Promise((resolve) => server.close(resolve));
  });
});
