import { describe, expect, test } from 'vitest';
import { signContent } from '../../../shared/alibaba/signature.ts';
import type { SignMethod } from '../../../shared/contract/devices.ts';
import { signPassword } from '../sign.ts';
import { type ConnectRequest, checkConnect } from './connect-check.ts';

const device = { productKey: 'a1pk', deviceName: 'lamp', deviceSecret: 'secret' };
const find = (productKey: string, deviceName: string) =>
  productKey === device.productKey && deviceName === device.deviceName ? device : undefined;

interface Signed {
  clientId?: string | undefined;
  timestamp?: string | undefined;
  method?: SignMethod;
  secret?: string;
}

function password(signed: Signed = {}): string {
  const { clientId, timestamp, method = 'hmacsha256', secret = 'secret' } = signed;
  const { productKey, deviceName } = device;
  return signPassword(signContent({ productKey, deviceName, clientId, timestamp }), secret, method);
}

const both = { clientId: 'id1', timestamp: '789' };
const good: ConnectRequest = {
  clientId: 'id1|securemode=3,signmethod=hmacsha256,timestamp=789|',
  username: 'lamp&a1pk',
  password: password(both),
  keepAlive: 60,
  secure: false,
};
const verdict = (change: Partial<ConnectRequest>) => {
  const answer = checkConnect({ ...good, ...change }, find);
  return 'device' in answer ? answer.device : answer.returnCode;
};

describe('checkConnect', () => {
  test.each<[string, Partial<ConnectRequest>]>([
    ['id and timestamp signed', {}],
    ['hex in upper case', { password: password(both).toUpperCase() }],
    ['the id alone signed', { password: password({ clientId: 'id1' }) }],
    ['the timestamp alone signed', { password: password({ timestamp: '789' }) }],
    ['neither of the two signed', { password: password() }],
    [
      'a method in mixed case',
      {
        clientId: 'id1|securemode=3,signmethod=HmacSHA1,timestamp=789|',
        password: password({ ...both, method: 'hmacsha1' }),
      },
    ],
    [
      'no method, which means md5',
      {
        clientId: 'id1|securemode=3,timestamp=789|',
        password: password({ ...both, method: 'hmacmd5' }),
      },
    ],
    [
      'no timestamp',
      {
        clientId: 'id1|securemode=3,signmethod=hmacsha256|',
        password: password({ clientId: 'id1' }),
      },
    ],
    [
      'parameters it does not know, one with a | inside',
      { clientId: 'id1|securemode=3,signmethod=hmacsha256,timestamp=789,lan=JS|Broswer |' },
    ],
    [
      'an id of 64 characters',
      {
        clientId: `${'x'.repeat(64)}|securemode=3,signmethod=hmacsha256|`,
        password: password({ clientId: 'x'.repeat(64) }),
      },
    ],
    [
      'the securemode of TLS over TLS',
      { clientId: 'id1|securemode=2,signmethod=hmacsha256,timestamp=789|', secure: true },
    ],
    ['the shortest keep-alive', { keepAlive: 30 }],
    ['a keep-alive above the longest', { keepAlive: 1201 }],
  ])('lets in a device with %s', (_name, change) => {
    expect(verdict(change)).toBe(device);
  });

  test.each<[number, string, Partial<ConnectRequest>]>([
    [2, 'a client id without parameters', { clientId: 'id1' }],
    [2, 'an empty client id', { clientId: '' }],
    [2, 'no securemode', { clientId: 'id1|signmethod=hmacsha256,timestamp=789|' }],
    [
      2,
      'the securemode of TLS over TCP',
      { clientId: 'id1|securemode=2,signmethod=hmacsha256,timestamp=789|' },
    ],
    [2, 'the securemode of TCP over TLS', { secure: true }],
    [2, 'an unknown method', { clientId: 'id1|securemode=3,signmethod=hmacsha512,timestamp=789|' }],
    [
      2,
      'an id of 65 characters',
      {
        clientId: `${'x'.repeat(65)}|securemode=3,signmethod=hmacsha256|`,
        password: password({ clientId: 'x'.repeat(65) }),
      },
    ],
    [2, 'a space in the id', { clientId: 'id 1|securemode=3,signmethod=hmacsha256|' }],
    [3, 'a keep-alive of 29 s', { keepAlive: 29 }],
    [3, 'keep-alive switched off', { keepAlive: 0 }],
    [4, 'no user name', { username: undefined }],
    [4, 'a user name without product key', { username: 'lamp' }],
    [4, 'a user name of three parts', { username: 'lamp&a1pk&x' }],
    [4, 'no password', { password: undefined }],
    [4, 'an unknown device', { username: 'fan&a1pk' }],
    [4, 'a known device of another product', { username: 'lamp&a1other' }],
    [5, 'another secret', { password: password({ ...both, secret: 'other' }) }],
    [5, 'another timestamp in the content', { password: password({ ...both, timestamp: '790' }) }],
    [5, 'another id in the content', { password: password({ ...both, clientId: 'id2' }) }],
    [5, 'another method', { password: password({ ...both, method: 'hmacmd5' }) }],
    [5, 'half of the password', { password: password(both).slice(0, 32) }],
    [5, 'the secret itself', { password: 'secret' }],
  ])('refuses with %i: %s', (code, _name, change) => {
    expect(verdict(change)).toBe(code);
  });

  test('refuses with 3 when the devices cannot be looked up', () => {
    const unreadable = () => {
      throw new Error('cannot be decrypted');
    };
    expect(checkConnect(good, unreadable)).toEqual({ returnCode: 3 });
  });

  test('compares the whole password when the content leaves everything optional out', () => {
    expect(verdict({ password: `${password()}00` })).toBe(5);
  });
});
