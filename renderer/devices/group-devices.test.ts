import { describe, expect, it } from 'vitest';
import { type Device, type DeviceTarget, deviceLabel } from '../../shared/contract/devices.ts';
import { groupDevices } from './group-devices.ts';

const triple = {
  signMethod: 'hmacsha256',
  clientId: '',
  keepAlive: 300,
  cleanSession: true,
} as const;
const options = { transport: 'tls', port: 1883, rootCertificate: null } as const;

const lamp = (deviceName: string, productKey = 'a1'): DeviceTarget => ({
  kind: 'alibaba-public',
  region: 'cn-shanghai',
  productKey,
  deviceName,
  ...triple,
  ...options,
});
const local: DeviceTarget = { kind: 'local', productKey: 'a0', deviceName: 'demo', ...triple };
const broker: DeviceTarget = {
  kind: 'broker',
  name: 'lab',
  host: 'lab.example',
  mqttVersion: '3.1.1',
  clientId: '',
  username: '',
  keepAlive: 60,
  cleanSession: true,
  ...options,
};

const saved = (...targets: DeviceTarget[]): Device[] =>
  targets.map((target, index) => ({
    id: String(index),
    target,
    secrets: ['secret'],
    createdAt: 0,
    lastConnectedAt: null,
  }));

const outline = (devices: Device[], search = '') =>
  groupDevices(devices, search).map(({ title, devices }) => [
    title,
    devices.map(({ target }) => deviceLabel(target)),
  ]);

describe('groupDevices', () => {
  it('puts products first, brokers next and the local platform last', () => {
    expect(outline(saved(local, broker, lamp('one', 'b2'), lamp('two', 'a1')))).toEqual([
      ['a1', ['two']],
      ['b2', ['one']],
      ['lab.example', ['lab']],
      [null, ['demo']],
    ]);
  });

  it('sorts the devices of a group by name with numbers as numbers', () => {
    expect(outline(saved(lamp('lamp-10'), lamp('Lamp-2'), lamp('lamp-1')))).toEqual([
      ['a1', ['lamp-1', 'Lamp-2', 'lamp-10']],
    ]);
  });

  it('finds by every word in name, product key or host, in any case', () => {
    const devices = saved(lamp('kitchen-lamp'), lamp('door'), broker);
    expect(outline(devices, 'A1 LAMP')).toEqual([['a1', ['kitchen-lamp']]]);
    expect(outline(devices, 'example')).toEqual([['lab.example', ['lab']]]);
    expect(outline(devices, 'nowhere')).toEqual([]);
  });
});
