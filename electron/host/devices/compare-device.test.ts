import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { DeviceTarget } from '../../../shared/contract/devices.ts';
import { signPassword } from '../sign.ts';
import { temporaryFolder } from '../storage/temporary-folder.test-support.ts';
import type { Vault } from '../vault.ts';
import { compareDevice } from './compare-device.ts';
import { DeviceStore } from './device-store.ts';

let key = 'right';
const vault: Vault = {
  kind: 'key-file',
  encrypt: (text: string) => `${key}:${text}`,
  decrypt: (cipherText: string) => {
    if (!cipherText.startsWith(`${key}:`)) throw new Error('another key');
    return cipherText.slice(key.length + 1);
  },
};

const local: DeviceTarget = {
  kind: 'local',
  productKey: 'pk',
  deviceName: 'device',
  signMethod: 'hmacsha1',
  clientId: '',
  keepAlive: 60,
  cleanSession: true,
};
const given = {
  clientId: '12345|securemode=3,signmethod=hmacsha1,timestamp=789|',
  username: 'device&pk',
  password: signPassword(
    'clientId12345deviceNamedeviceproductKeypktimestamp789',
    'secret',
    'hmacsha1',
  ),
};

let devices: DeviceStore;
beforeEach(async () => {
  key = 'right';
  devices = new DeviceStore(join(await temporaryFolder(), 'devices.json'), vault, () => undefined);
});

test('what the saved triple gives is told from what it does not give', async () => {
  const { id } = await devices.save({ id: null, target: local, secret: 'secret' });
  expect(compareDevice(devices, id, given)).toMatchObject({ matches: true, differences: [] });
  await devices.save({ id, target: local, secret: 'another' });
  expect(compareDevice(devices, id, given)).toMatchObject({
    matches: false,
    differences: [{ kind: 'secret-wrong' }],
  });
});

test('securemode is held against the saved transport', async () => {
  const target: DeviceTarget = {
    ...local,
    kind: 'alibaba-public',
    region: 'cn-shanghai',
    transport: 'tls',
    port: 1883,
    rootCertificate: null,
  };
  const { id } = await devices.save({ id: null, target, secret: 'secret' });
  expect(compareDevice(devices, id, given).differences).toEqual([
    { kind: 'securemode-transport', given: '3', expected: 2, transport: 'tls' },
  ]);
});

test('a broker, a triple without its secret and an unknown device cannot be compared', async () => {
  const broker: DeviceTarget = {
    kind: 'broker',
    name: 'lab',
    host: 'localhost',
    port: 1883,
    transport: 'tcp',
    keepAlive: 60,
    cleanSession: true,
    rootCertificate: null,
    mqttVersion: '3.1.1',
    clientId: '',
    username: '',
  };
  const { id } = await devices.save({ id: null, target: broker, secret: 'secret' });
  const code = (code: string) => expect.objectContaining({ code });
  expect(() => compareDevice(devices, id, given)).toThrow(code('invalid-input'));
  await devices.save({ id, target: local, secret: '' });
  expect(() => compareDevice(devices, id, given)).toThrow(code('invalid-input'));
  expect(() => compareDevice(devices, 'nobody', given)).toThrow(code('not-found'));
});

test('a secret that the vault cannot read is said to be unreadable', async () => {
  const { id } = await devices.save({ id: null, target: local, secret: 'secret' });
  key = 'another';
  expect(() => compareDevice(devices, id, given)).toThrow(
    expect.objectContaining({ code: 'unreadable-file' }),
  );
});
