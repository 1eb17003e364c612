import { expect, test } from 'vitest';
import type { SecretName } from '../../../shared/contract/credentials.ts';
import type { Device, DeviceTarget } from '../../../shared/contract/devices.ts';
import { endpointOf } from './endpoint.ts';
import { credentialsOf } from './login.ts';
import { parametersToShow } from './parameters-to-show.ts';

const NOW = 1764636041723;
const moment = { now: NOW, random: 'abc123' };
const local = { ports: { tcp: 40_001, tls: 40_002, ws: 40_003, wss: 40_004 }, authority: 'PEM' };
const enterprise: DeviceTarget = {
  kind: 'alibaba-enterprise',
  productKey: 'a1B2c3D4e5F',
  deviceName: 'lamp-01',
  signMethod: 'hmacsha256',
  clientId: '',
  keepAlive: 300,
  cleanSession: false,
  transport: 'wss',
  port: 443,
  rootCertificate: null,
  instanceId: 'iot-06z00',
};
const broker: DeviceTarget = {
  kind: 'broker',
  name: 'lab',
  host: '::1',
  port: 1883,
  transport: 'tcp',
  keepAlive: 0,
  cleanSession: true,
  rootCertificate: null,
  mqttVersion: '5',
  clientId: '',
  username: '',
};

const show = (target: DeviceTarget, secrets: SecretName[] = ['secret']) => {
  const device: Device = { id: 'd', target, secrets, createdAt: 0, lastConnectedAt: null };
  return parametersToShow(device, endpointOf(target, local), moment);
};

test('a triple shows where it connects, as whom, and what it signs', () => {
  expect(show(enterprise)).toEqual({
    credentials: 'secret',
    endpoint: 'wss://iot-06z00.mqtt.iothub.aliyuncs.com:443/',
    clientId: `a1B2c3D4e5F.lamp-01|securemode=2,signmethod=hmacsha256,timestamp=${NOW}|`,
    username: 'lamp-01&a1B2c3D4e5F',
    sendsPassword: true,
    keepAlive: 300,
    cleanSession: false,
    mqttVersion: '3.1.1',
    secureMode: 2,
    signature: {
      content: `clientIda1B2c3D4e5F.lamp-01deviceNamelamp-01productKeya1B2c3D4e5Ftimestamp${NOW}`,
      signMethod: 'hmacsha256',
      key: 'secret',
      timestamp: NOW,
      passwordLength: 64,
    },
  });
});

test('a device of the local platform shows the port that the platform has now', () => {
  const { productKey, deviceName, signMethod, clientId, keepAlive, cleanSession } = enterprise;
  const triple = { productKey, deviceName, signMethod, clientId, keepAlive, cleanSession };
  expect(show({ kind: 'local', ...triple })).toMatchObject({
    endpoint: 'mqtt://127.0.0.1:40001',
    secureMode: 3,
  });
  expect(show({ kind: 'local', ...triple, transport: 'wss' })).toMatchObject({
    endpoint: 'wss://127.0.0.1:40004/',
    secureMode: 2,
  });
});

test('another broker shows what is saved, and no signature', () => {
  expect(show(broker, [])).toEqual({
    credentials: 'password',
    endpoint: 'mqtt://[::1]:1883',
    clientId: '',
    username: null,
    sendsPassword: false,
    keepAlive: 0,
    cleanSession: true,
    mqttVersion: '5',
    secureMode: null,
    signature: null,
  });
  expect(show({ ...broker, username: 'u' })).toMatchObject({ username: 'u', sendsPassword: true });
});

test('a product shows what it would register with: its nonce, and no timestamp', () => {
  const credentials = { kind: 'register', preRegistered: true } as const;
  expect(show({ ...enterprise, credentials }, ['productSecret'])).toMatchObject({
    clientId:
      'a1B2c3D4e5F.lamp-01|securemode=2,authType=register,random=abc123,signmethod=hmacsha256,instanceId=iot-06z00|',
    sendsPassword: true,
    secureMode: 2,
    signature: {
      content: 'deviceNamelamp-01productKeya1B2c3D4e5Frandomabc123',
      key: 'productSecret',
      timestamp: null,
    },
  });
  const unknown = { ...enterprise, credentials: { ...credentials, preRegistered: false } };
  expect(show(unknown)).toMatchObject({
    clientId: expect.stringContaining('|securemode=-2,authType=regnwl,'),
    secureMode: -2,
  });
});

test('a token is sent with the client id that came with it, and nothing is signed', () => {
  const credentials = { kind: 'token', clientId: 'given' } as const;
  expect(show({ ...enterprise, credentials }, ['deviceToken'])).toMatchObject({
    clientId: 'given|securemode=-2,authType=connwl|',
    sendsPassword: true,
    signature: null,
  });
});

test('a client certificate takes the place of signature and password', () => {
  const credentials = { kind: 'x509', certificate: '' } as const;
  expect(show({ ...enterprise, credentials }, ['privateKey'])).toMatchObject({
    clientId: `a1B2c3D4e5F.lamp-01|securemode=2,signmethod=hmacsha1,timestamp=${NOW}|`,
    username: 'lamp-01&a1B2c3D4e5F',
    sendsPassword: false,
    signature: null,
  });
});

test('further parameters stand behind the computed ones, and a timestamp may be left out', () => {
  const credentials = { kind: 'secret', timestamp: false } as const;
  const shown = show({ ...enterprise, credentials, parameters: '_ss=1,ext=3' });
  expect(shown.clientId).toBe(
    'a1B2c3D4e5F.lamp-01|securemode=2,signmethod=hmacsha256,_ss=1,ext=3|',
  );
  expect(shown.signature).toMatchObject({
    content: 'clientIda1B2c3D4e5F.lamp-01deviceNamelamp-01productKeya1B2c3D4e5F',
    timestamp: null,
  });
});

test.each([enterprise, { ...broker, clientId: 'c', username: 'u' }])(
  'what is shown is what $kind sends',
  (target) => {
    const shown = show(target);
    const sent = credentialsOf(target, { secret: 'the secret' }, moment);
    expect(shown.clientId).toBe(sent.clientId);
    expect(shown.username).toBe(sent.username);
    if (shown.signature) expect(shown.signature.passwordLength).toBe(sent.password?.length);
    expect(JSON.stringify(shown)).not.toContain(sent.password);
  },
);
