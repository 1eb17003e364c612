import { expect, test } from 'vitest';
import { type DeviceTarget, transportSchema } from '../../../contract/devices.ts';
import { lamp } from '../session/testing/play-session.ts';
import { connectRules } from './connect-rules.ts';

const connect = {
  clientId: 'id|securemode=3,signmethod=hmacsha1|',
  userName: 'lamp-01&a1B2c3D4e5F',
  keepAlive: 300,
  hasWill: false,
};
const over = (transport: 'tcp' | 'tls' | 'ws' | 'wss'): DeviceTarget => ({
  kind: 'alibaba-enterprise',
  productKey: 'a1B2c3D4e5F',
  deviceName: 'lamp-01',
  signMethod: 'hmacsha1',
  clientId: '',
  keepAlive: 300,
  cleanSession: false,
  transport,
  port: 443,
  rootCertificate: null,
  instanceId: 'iot-cn-1',
});

test('the securemode of each transport is fine, the other one is not', () => {
  for (const transport of transportSchema.options) {
    const encrypted = transport === 'tls' || transport === 'wss';
    for (const mode of [2, 3]) {
      const clientId = `id|securemode=${mode},signmethod=hmacsha1|`;
      const broken = connectRules({ ...connect, clientId }, over(transport));
      if ((mode === 2) === encrypted) expect(broken).toEqual([]);
      else {
        const values = { mode: String(mode), expected: encrypted ? 2 : 3 };
        expect(broken).toMatchObject([{ rule: 'securemode-transport-platform', values }]);
      }
    }
  }
});

test('a local device without a transport connects over TCP', () => {
  expect(connectRules(connect, lamp)).toEqual([]);
});

test('other modes belong to the kind of connection that the SDKs use them on', () => {
  const rulesOf = (mode: number, transport: 'tcp' | 'tls') =>
    connectRules({ ...connect, clientId: `id|securemode=${mode}|` }, over(transport)).length;
  for (const mode of [-2, -1, 5, 7, 8]) {
    expect([rulesOf(mode, 'tls'), rulesOf(mode, 'tcp')]).toEqual([0, 1]);
  }
  for (const mode of [0, 1, 4])
    expect([rulesOf(mode, 'tls'), rulesOf(mode, 'tcp')]).toEqual([1, 0]);
  expect([rulesOf(99, 'tls'), rulesOf(99, 'tcp')]).toEqual([0, 0]);
});

test.each([
  [0, 'keep-alive-short-platform'],
  [29, 'keep-alive-short-platform'],
  [30, null],
  [1200, null],
  [1201, 'keep-alive-long-platform'],
])('a keep alive of %i seconds breaks %s', (keepAlive, rule) => {
  const rules = connectRules({ ...connect, keepAlive }, lamp).map((broken) => broken.rule);
  expect(rules).toEqual(rule === null ? [] : [rule]);
});

test('the keep alive of a registration is not checked', () => {
  const clientId = 'id|securemode=2,authType=register,random=1,signmethod=hmacsha256|';
  expect(connectRules({ ...connect, clientId, keepAlive: 5 }, over('tls'))).toEqual([]);
});

test('a will is told', () => {
  expect(connectRules({ ...connect, hasWill: true }, lamp)).toEqual([
    { rule: 'will-platform', values: {} },
  ]);
});
