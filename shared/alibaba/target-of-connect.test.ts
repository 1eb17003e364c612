import { expect, test } from 'vitest';
import { deviceTargetSchema } from '../contract/devices.ts';
import { targetOfConnect } from './target-of-connect.ts';

const server = { host: '10.1.1.2', port: 1883 };
const connect = {
  clientId: 'a1B2c3D4e5F.lamp-01|securemode=3,signmethod=hmacsha1,timestamp=1|',
  userName: 'lamp-01&a1B2c3D4e5F',
  keepAlive: 60,
  hasWill: false,
};

test('a CONNECT in the form of the platform tells the triple, without its secret', () => {
  const target = targetOfConnect(connect, server);
  expect(target).toMatchObject({
    kind: 'alibaba-public',
    productKey: 'a1B2c3D4e5F',
    deviceName: 'lamp-01',
    signMethod: 'hmacsha1',
    transport: 'tcp',
    ...server,
  });
  expect(deviceTargetSchema.safeParse(target).success).toBe(true);
});

test.each([
  ['of TLS', { clientId: 'x|securemode=2|' }, { transport: 'tls', signMethod: 'hmacsha256' }],
  ['whose keep-alive the platform refuses', { keepAlive: 5 }, { keepAlive: 30 }],
])('a CONNECT %s is read as far as it goes', (_, change, expected) => {
  expect(targetOfConnect({ ...connect, ...change }, server)).toMatchObject(expected);
});

test.each([
  ['another client id', { clientId: 'mosq-1' }],
  ['another user name', { userName: 'alice' }],
  ['no user name', { userName: '' }],
  ['an empty device name', { userName: '&a1B2c3D4e5F' }],
])('a client with %s is none of the platform', (_, change) => {
  expect(targetOfConnect({ ...connect, ...change }, server)).toBeNull();
});
