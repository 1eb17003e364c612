import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildClientId,
  parseClientId,
  type SignParams,
  secureModeFor,
  signContent,
  userName,
} from './signature.ts';

const hmac = (digest: string, key: string, content: string) =>
  createHmac(digest, key).update(content).digest('hex');

const v1: SignParams = {
  clientId: '12345',
  deviceName: 'device',
  productKey: 'pk',
  timestamp: '789',
};
const v4: SignParams = {
  productKey: 'a1BcDeFgHiJ',
  deviceName: 'testDevice123',
  clientId: 'client123',
  timestamp: 1764636041723,
};
const d2: SignParams = { clientId: '12345', deviceName: 'device', productKey: 'pk' };
const d3: SignParams = { deviceName: 'device1', productKey: 'al123456789', random: '123' };

describe('signContent', () => {
  test('writes names in alphabetical order, each followed by its value', () => {
    expect(signContent(v1)).toBe('clientId12345deviceNamedeviceproductKeypktimestamp789');
  });

  test('leaves out what is absent or undefined', () => {
    expect(signContent({ ...d2, timestamp: undefined })).toBe(
      'clientId12345deviceNamedeviceproductKeypk',
    );
    expect(signContent(d3)).toBe('deviceNamedevice1productKeyal123456789random123');
  });

  test.each([
    ['V1', v1, 'secret', 'sha1', 'FAFD82A3D602B37FB0FA8B7892F24A477F851A14'],
    ['V4', v4, 'testSecret456', 'sha1', '9E6CE2A4E0740598CBB5C5BE276A7167AF8B2C53'],
    ['V5', v4, 'testSecret456', 'md5', '76D326582AC69BCCE400F19E85FED1AB'],
    ['D1', v1, 'secret', 'md5', '14b198324fe55e1d3c88f2e705e201ee'],
    [
      'D1',
      v1,
      'secret',
      'sha256',
      '6074a46a91b1ebb2cc4ea42790ad0e80202c9843859fc292e57c4eb19fad9e57',
    ],
    ['D2', d2, 'secret', 'sha1', '3504e4df7ce4766d30f796ee973c9ce7fc5425cb'],
    [
      'D3',
      d3,
      'productsecret',
      'sha256',
      '0e44fb20c0334d8c355d55836d0d8aa17899df0fdc1f645e17315c0d642ca363',
    ],
  ] as const)('gives the password of vector %s', (_name, params, key, digest, password) => {
    expect(hmac(digest, key, signContent(params))).toBe(password.toLowerCase());
  });
});

const plain = fc.stringMatching(/^[A-Za-z0-9_.&-]{1,64}$/);
const value = fc.stringMatching(/^[A-Za-z0-9_.|=]{1,20}$/);

describe('client id', () => {
  test('is written as in the help text', () => {
    expect(
      buildClientId('12345', { securemode: 2, signmethod: 'hmacsha1', timestamp: 132323232 }),
    ).toBe('12345|securemode=2,signmethod=hmacsha1,timestamp=132323232|');
  });

  test('leaves out a timestamp that is not given', () => {
    expect(buildClientId('a', { securemode: 3, signmethod: 'hmacmd5', timestamp: undefined })).toBe(
      'a|securemode=3,signmethod=hmacmd5|',
    );
  });

  test('is read back as it was built, with a | inside any value', () => {
    fc.assert(
      fc.property(
        plain,
        fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), value, { noNullPrototype: true }),
        (id, extra) => {
          const params = { ...extra, securemode: '3', signmethod: 'hmacsha256' };
          const parsed = parseClientId(buildClientId(id, params));
          expect(parsed.id).toBe(id);
          expect(Object.fromEntries(parsed.params)).toEqual(params);
        },
      ),
    );
  });

  test('of the official JS SDK in a browser is read to its end', () => {
    const { id, params } = parseClientId('pk&dn|securemode=2,lan=JS|Broswer ,_v=1.2.8|');
    expect(id).toBe('pk&dn');
    expect(Object.fromEntries(params)).toEqual({
      securemode: '2',
      lan: 'JS|Broswer',
      _v: '1.2.8',
    });
  });

  test('is read with newlines between parameters and without the closing |', () => {
    const { params } = parseClientId('x|securemode=3,\n  signmethod=hmacsha1');
    expect(Object.fromEntries(params)).toEqual({ securemode: '3', signmethod: 'hmacsha1' });
  });

  test.each(['', 'bare', '|', '||', 'x|,,=,|'])('without parameters has none: %j', (text) => {
    expect(parseClientId(text).params.size).toBe(0);
  });

  test('never makes parsing throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(text.startsWith(parseClientId(text).id)).toBe(true);
      }),
    );
  });
});

test('securemode is 2 over TLS and 3 in clear', () => {
  expect((['tcp', 'ws', 'tls', 'wss'] as const).map(secureModeFor)).toEqual([3, 3, 2, 2]);
});

test('the user name is device name, ampersand, product key', () => {
  expect(userName('device', 'pk')).toBe('device&pk');
});
