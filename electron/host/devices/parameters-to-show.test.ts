import { expect, test } from 'vitest';
import type { Device, DeviceTarget } from '../../../shared/contract/devices.ts';
import { credentialsOf, endpointOf } from './connection-parameters.ts';
import { parametersToShow } from './parameters-to-show.ts';

const NOW = 1764636041723;
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

const show = (target: DeviceTarget, hasSecret = true) => {
  const device: Device = { id: 'd', target, hasSecret, createdAt: 0, lastConnectedAt: null };
  return parametersToShow(device, endpointOf(target, 40_001), NOW);
};

test('a triple shows where it connects, as whom, and what it signs', () => {
  expect(show(enterprise)).toEqual({
    endpoint: 'wss://iot-06z00.mqtt.iothub.aliyuncs.com:443/',
    clientId: `a1B2c3D4e5F.lamp-01|securemode=2,signmethod=hmacsha256,timestamp=${NOW}|`,
    username: 'lamp-01&a1B2c3D4e5F',
    sendsPassword: true,
    keepAlive: 300,
    cleanSession: false,
    mqttVersion: '3.1.1',
    signature: {
      content: `clientIda1B2c3D4e5F.lamp-01deviceNamelamp-01productKeya1B2c3D4e5Ftimestamp${NOW}`,
      signMethod: 'hmacsha256',
      timestamp: NOW,
      secureMode: 2,
      passwordLength: 64,
    },
  });
});

test('a device of the local platform shows the port that the platform has now', () => {
  const { productKey, deviceName, signMethod, clientId, keepAlive, cleanSession } = enterprise;
  const local = { productKey, deviceName, signMethod, clientId, keepAlive, cleanSession };
  const { endpoint, signature } = show({ kind: 'local', ...local });
  expect(endpoint).toBe('mqtt://127.0.0.1:40001');
  expect(signature?.secureMode).toBe(3);
});

test('another broker shows what is saved, and no signature', () => {
  expect(show(broker, false)).toEqual({
    endpoint: 'mqtt://[::1]:1883',
    clientId: '',
    username: null,
    sendsPassword: false,
    keepAlive: 0,
    cleanSession: true,
    mqttVersion: '5',
    signature: null,
  });
  expect(show({ ...broker, username: 'u' })).toMatchObject({ username: 'u', sendsPassword: true });
});

test.each([enterprise, { ...broker, clientId: 'c', username: 'u' }])(
  'what is shown is what $kind sends',
  (target) => {
    const shown = show(target);
    const sent = credentialsOf(target, 'the secret', NOW);
    expect(shown.clientId).toBe(sent.clientId);
    expect(shown.username).toBe(sent.username);
    if (shown.signature) expect(shown.signature.passwordLength).toBe(sent.password?.length);
    expect(JSON.stringify(shown)).not.toContain(sent.password);
  },
);
