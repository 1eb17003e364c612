import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ComparedTriple } from './connect-comparison.ts';
import {
  at,
  CLIENT_ID,
  CONTENT,
  comparedBy,
  contentAt,
  right,
  triple,
  UNSORTED,
} from './testing/compared-connect.ts';

const { signed, compare } = comparedBy((content, secret, method) =>
  createHmac(method.slice('hmac'.length), secret).update(content).digest('hex'),
);
const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

const other: ComparedTriple = {
  productKey: 'a1BcDeFgHiJ',
  deviceName: 'testDevice123',
  deviceSecret: 'testSecret456',
  transport: 'tls',
};

describe('what the triple gives', () => {
  const v4 = (signmethod: string) =>
    `client123|securemode=2,signmethod=${signmethod},timestamp=1764636041723|`;
  const sha256 = '6074a46a91b1ebb2cc4ea42790ad0e80202c9843859fc292e57c4eb19fad9e57';
  const clientId = (signmethod: string) => CLIENT_ID.replace('hmacsha1', signmethod);
  const ownUser = 'testDevice123&a1BcDeFgHiJ';
  test.each([
    ['V1', triple, right],
    ['V1 in lower case', triple, { ...right, password: right.password.toLowerCase() }],
    [
      'V4',
      other,
      {
        clientId: v4('hmacsha1'),
        username: ownUser,
        password: '9E6CE2A4E0740598CBB5C5BE276A7167AF8B2C53',
      },
    ],
    [
      'V5',
      other,
      { clientId: v4('hmacmd5'), username: ownUser, password: '76D326582AC69BCCE400F19E85FED1AB' },
    ],
    [
      'D1 with md5',
      triple,
      { ...right, clientId: clientId('hmacmd5'), password: '14b198324fe55e1d3c88f2e705e201ee' },
    ],
    ['D1 with sha256', triple, { ...right, clientId: clientId('hmacsha256'), password: sha256 }],
    [
      'D2, without a timestamp',
      triple,
      {
        ...right,
        clientId: '12345|securemode=2,signmethod=hmacsha1|',
        password: '3504e4df7ce4766d30f796ee973c9ce7fc5425cb',
      },
    ],
  ] as const)('is recognised in vector %s', (_name, against, given) => {
    expect(compare(given, against)).toMatchObject({ matches: true, differences: [] });
  });

  test.each([
    'deviceNamedeviceproductKeypk',
    'deviceNamedeviceproductKeypktimestamp789',
    'clientId12345deviceNamedeviceproductKeypk',
  ])('may leave client id and timestamp out of what is signed: %s', (content) => {
    expect(compare({ password: signed(content) }).differences).toEqual([]);
  });

  test('may have a client id and a timestamp of the device’s choice', () => {
    const given = {
      clientId: 'MAC-00:11|securemode=2,signmethod=hmacsha1,timestamp=2524608000000,ext=3,_ss=1|',
      password: signed('clientIdMAC-00:11deviceNamedeviceproductKeypktimestamp2524608000000'),
    };
    expect(compare(given).differences).toEqual([]);
  });

  test('comes with the client id taken apart', () => {
    expect(compare({}).clientId).toEqual({
      id: '12345',
      parameters: [
        { name: 'securemode', value: '2' },
        { name: 'signmethod', value: 'hmacsha1' },
        { name: 'timestamp', value: '789' },
      ],
    });
  });
});

describe('what differs', () => {
  test.each([
    ['seconds for milliseconds', '1764636041'],
    ['an SDK’s constant', '2524608000000'],
    ['a later reading of the clock', '1764636042723'],
  ])('in the signed timestamp is found: %s', (_what, timestamp) => {
    expect(
      compare({ clientId: at('1764636041723'), password: signed(contentAt(timestamp)) })
        .differences,
    ).toEqual([{ kind: 'timestamp-differs', signed: timestamp, sent: '1764636041723' }]);
  });

  test('is said of each part, client id first', () => {
    const given = {
      clientId: CLIENT_ID.replace('securemode=2', 'securemode=3'),
      username: 'pk&device',
      password: base64(signed(UNSORTED, 'hmacsha256')),
    };
    expect(compare(given).differences.map(({ kind }) => kind)).toEqual([
      'securemode-transport',
      'username-swapped',
      'password-base64',
      'other-method',
      'content-order',
    ]);
  });

  test('in the device is told apart from its password, signed for that other device', () => {
    const content = CONTENT.replace('deviceNamedevice', 'deviceNamelamp');
    const given = { username: 'lamp&pk', password: signed(content) };
    expect(compare(given).differences.map(({ kind }) => kind)).toEqual(['username-other-device']);
  });

  test('elsewhere is put right first when the password is not explained', () => {
    expect(
      compare({ username: 'lamp&pk', password: signed(CONTENT, 'hmacsha1', 'another secret') })
        .differences,
    ).toEqual([
      { kind: 'username-other-device', given: 'lamp', expected: 'device' },
      { kind: 'password-unexplained' },
    ]);
    const securemode = CLIENT_ID.replace('securemode=2', 'securemode=3');
    expect(
      compare({ clientId: securemode, password: signed(CONTENT, 'hmacsha1', 'another secret') })
        .differences,
    ).toMatchObject([{ kind: 'securemode-transport' }, { kind: 'secret-wrong' }]);
  });
});

test('any method fits a client id that names none, of those the sources call the default', () => {
  const clientId = CLIENT_ID.replace('signmethod=hmacsha1,', '');
  const kinds = (['hmacmd5', 'hmacsha1', 'hmacsha256'] as const).map((method) =>
    compare({ clientId, password: signed(CONTENT, method) }).differences.map(({ kind }) => kind),
  );
  expect(kinds).toEqual([
    ['signmethod-missing'],
    ['signmethod-missing'],
    ['signmethod-missing', 'other-method'],
  ]);
});
