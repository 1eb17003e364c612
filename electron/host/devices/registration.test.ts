import { expect, test } from 'vitest';
import type { TripleTarget } from '../../../shared/contract/devices.ts';
import { afterRegistration, readRegistered } from './registration.ts';

const target: TripleTarget = {
  kind: 'alibaba-public',
  region: 'cn-shanghai',
  productKey: 'pk',
  deviceName: 'dn',
  signMethod: 'hmacsha256',
  clientId: '',
  keepAlive: 60,
  cleanSession: true,
  transport: 'tls',
  port: 1883,
  rootCertificate: null,
  credentials: { kind: 'register', preRegistered: true },
};
const owner = { productKey: 'pk', deviceName: 'dn' };
const withSecret = { ...owner, deviceSecret: 's' };
const withToken = { ...owner, clientId: 'c', deviceToken: 't' };
const read = (value: unknown, topic = '/ext/register') =>
  readRegistered(topic, JSON.stringify(value), target);

test('a secret and a token are read on either topic, which the help and the SDKs name differently', () => {
  for (const topic of ['/ext/register', '/ext/regnwl']) {
    expect(read(withSecret, topic)).toEqual(withSecret);
    expect(read(withToken, topic)).toEqual(withToken);
  }
});

test('nothing else is read: another topic, another device, half a push, no JSON', () => {
  expect(read(withSecret, '/pk/dn/user/get')).toBeNull();
  expect(read({ ...withSecret, deviceName: 'other' })).toBeNull();
  expect(read({ ...withSecret, productKey: 'other' })).toBeNull();
  expect(read({ ...owner, deviceToken: 't' })).toBeNull();
  expect(read({ ...owner, deviceSecret: '' })).toBeNull();
  expect(readRegistered('/ext/register', '{', target)).toBeNull();
});

test('a secret leaves a plain triple, a token the client id that came with it', () => {
  const { credentials: _, ...triple } = target;
  expect(afterRegistration(target, withSecret)).toStrictEqual({ target: triple, secret: 's' });
  expect(afterRegistration(target, withToken)).toEqual({
    target: { ...target, credentials: { kind: 'token', clientId: 'c' } },
    secret: 't',
  });
});
