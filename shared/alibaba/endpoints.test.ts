import { expect, test } from 'vitest';
import type { DeviceTarget } from '../contract/devices.ts';
import { defaultPort, endpointHost, platformPorts, regions, transportsFor } from './endpoints.ts';

const options = {
  keepAlive: 300,
  cleanSession: false,
  transport: 'tcp',
  port: 1883,
  rootCertificate: null,
} as const;
const triple = {
  productKey: 'a1B2c3D4e5F',
  deviceName: 'lamp-01',
  signMethod: 'hmacsha256',
  clientId: '',
} as const;

test.each<[DeviceTarget, string]>([
  [
    { kind: 'alibaba-public', region: 'cn-shanghai', ...triple, ...options },
    'a1B2c3D4e5F.iot-as-mqtt.cn-shanghai.aliyuncs.com',
  ],
  [
    { kind: 'alibaba-enterprise', instanceId: 'iot-06z00abc', ...triple, ...options },
    'iot-06z00abc.mqtt.iothub.aliyuncs.com',
  ],
  [{ kind: 'local', ...triple, keepAlive: 300, cleanSession: false }, '127.0.0.1'],
  [
    {
      kind: 'broker',
      name: 'bench',
      host: 'broker.test',
      mqttVersion: '5',
      clientId: '',
      username: '',
      ...options,
    },
    'broker.test',
  ],
])('the host of a target follows its kind: $kind', (target, host) => {
  expect(endpointHost(target)).toBe(host);
});

test('a region is listed once, and Beijing and Shenzhen have no public instance', () => {
  const ids = regions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(8);
  expect(regions.filter((region) => !region.publicInstance).map(({ id }) => id)).toEqual([
    'cn-beijing',
    'cn-shenzhen',
  ]);
});

test('the port offered first is one that the platform serves over that transport', () => {
  for (const kind of ['alibaba-public', 'alibaba-enterprise'] as const)
    for (const transport of transportsFor('secret'))
      expect(platformPorts(kind, transport)).toContain(defaultPort(kind, transport));
});

test('another broker is expected on the registered MQTT ports', () => {
  expect(defaultPort('broker', 'tcp')).toBe(1883);
  expect(defaultPort('broker', 'tls')).toBe(8883);
  expect(platformPorts('broker', 'tcp')).toEqual([]);
});

test('whoever signs with no secret of its own connects over TLS only', () => {
  for (const credentials of ['register', 'token', 'x509'] as const)
    expect(transportsFor(credentials)).toEqual(['tls', 'wss']);
});

test('devices with a client certificate have a host of their own, and any host may be set', () => {
  const base = { kind: 'alibaba-public', region: 'cn-shanghai', ...triple, ...options } as const;
  const credentials = { kind: 'x509', certificate: '' } as const;
  expect(endpointHost({ ...base, credentials })).toBe('x509.itls.cn-shanghai.aliyuncs.com');
  expect(endpointHost({ ...base, host: '10.0.0.7' })).toBe('10.0.0.7');
});
