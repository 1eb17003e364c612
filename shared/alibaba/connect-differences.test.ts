import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  type DeviceConnect,
  type Difference,
  type DifferenceKind,
  differenceSchema,
} from '../contract/connection-parameters.ts';
import { isRemark } from './connect-comparison.ts';
import {
  at,
  CLIENT_ID,
  CONTENT,
  comparedBy,
  contentAt,
  right,
  UNSORTED,
} from './testing/compared-connect.ts';

const { signed, compare } = comparedBy((content, secret, method) =>
  createHmac(method.slice('hmac'.length), secret).update(content).digest('hex'),
);
const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

const V1 = right.password;
const wrong = signed(CONTENT, 'hmacsha1', 'another secret');
const without = (parameter: string) => CLIENT_ID.replace(parameter, '');

/** Each kind of difference by one CONNECT that has it and nothing else. */
const cases: readonly (readonly [string, Partial<DeviceConnect>, Difference])[] = [
  [
    'no extended parameters',
    { clientId: '12345', password: signed('clientId12345deviceNamedeviceproductKeypk') },
    { kind: 'parameters-missing' },
  ],
  ['no closing |', { clientId: CLIENT_ID.slice(0, -1) }, { kind: 'closing-bar-missing' }],
  [
    'a free part of 65 characters',
    {
      clientId: CLIENT_ID.replace('12345', 'x'.repeat(65)),
      password: signed(CONTENT.replace('12345', 'x'.repeat(65))),
    },
    { kind: 'id-too-long', length: 65, max: 64 },
  ],
  ['a space before the client id', { clientId: ` ${CLIENT_ID}` }, { kind: 'id-white-space' }],
  [
    'a line break between parameters',
    { clientId: CLIENT_ID.replaceAll(',', ',\n') },
    { kind: 'parameters-white-space' },
  ],
  [
    'a parameter that nobody knows',
    { clientId: CLIENT_ID.replace('|s', '|secureMode=2,s') },
    { kind: 'parameter-unknown', name: 'secureMode' },
  ],
  [
    'another way of signing in',
    { clientId: CLIENT_ID.replace('|s', '|authType=register,s') },
    { kind: 'auth-type', given: 'register' },
  ],
  [
    'no securemode',
    { clientId: without('securemode=2,') },
    { kind: 'securemode-missing', expected: 2 },
  ],
  [
    'the securemode of plain TCP over TLS',
    { clientId: CLIENT_ID.replace('securemode=2', 'securemode=3') },
    { kind: 'securemode-transport', given: '3', expected: 2, transport: 'tls' },
  ],
  [
    'the securemode of another way of signing in',
    { clientId: CLIENT_ID.replace('securemode=2', 'securemode=-2') },
    { kind: 'securemode-other', given: '-2', expected: 2 },
  ],
  ['no signmethod', { clientId: without('signmethod=hmacsha1,') }, { kind: 'signmethod-missing' }],
  [
    'a signmethod that is none',
    { clientId: CLIENT_ID.replace('hmacsha1', 'sha1') },
    { kind: 'signmethod-unknown', given: 'sha1' },
  ],

  [
    'a line break after the user name',
    { username: 'device&pk\n' },
    { kind: 'username-white-space' },
  ],
  [
    'a user name without &',
    { username: 'device' },
    { kind: 'username-malformed', expected: 'device&pk' },
  ],
  [
    'a user name the wrong way round',
    { username: 'pk&device' },
    { kind: 'username-swapped', expected: 'device&pk' },
  ],
  [
    'the user name of another device',
    { username: 'Device&pk' },
    { kind: 'username-other-device', given: 'Device', expected: 'device' },
  ],
  [
    'the user name of another product',
    { username: 'device&pk2' },
    { kind: 'username-other-product', given: 'pk2', expected: 'pk' },
  ],

  ['no password', { password: '' }, { kind: 'password-missing' }],
  ['a line break after the password', { password: `${V1}\r\n` }, { kind: 'password-white-space' }],
  ['the secret for a password', { password: 'secret' }, { kind: 'password-is-secret' }],
  ['the password in Base64', { password: base64(V1) }, { kind: 'password-base64' }],
  ['a password with other letters', { password: `${V1.slice(1)}x` }, { kind: 'password-not-hex' }],
  [
    'a digest of another length',
    { password: wrong.slice(0, 32) },
    { kind: 'password-length', length: 32, expected: 40, signmethod: 'hmacsha1' },
  ],
  [
    'SHA-1 where the client id says SHA-256, as the JS SDK does',
    { clientId: CLIENT_ID.replace('hmacsha1', 'hmacsha256') },
    { kind: 'other-method', signmethod: 'hmacsha256', actual: 'hmacsha1' },
  ],
  [
    'a content in the order of the triple',
    { password: signed(UNSORTED) },
    { kind: 'content-order', signed: UNSORTED, expected: CONTENT },
  ],
  [
    'the misspelt content of a mirror',
    { password: signed(CONTENT.replace('productKeypk', 'producypk')) },
    { kind: 'content-typo', typo: 'producy' },
  ],
  [
    'the whole client id signed',
    { password: signed(CONTENT.replace('12345', CLIENT_ID)) },
    { kind: 'content-client-id' },
  ],
  [
    'a timestamp signed but not sent',
    { clientId: without(',timestamp=789'), password: signed(contentAt('2524608000000')) },
    { kind: 'timestamp-not-sent', signed: '2524608000000' },
  ],
  [
    'a clock read twice',
    { clientId: at('1764636041723'), password: signed(contentAt('1764636041719')) },
    { kind: 'timestamp-differs', signed: '1764636041719', sent: '1764636041723' },
  ],
  ['another secret', { password: wrong }, { kind: 'secret-wrong' }],
];

test.each(cases)('%s is said and nothing else', (_what, changes, difference) => {
  const { differences, matches } = compare(changes);
  expect(differences).toEqual([difference]);
  expect(matches).toBe(isRemark(difference.kind));
  expect(differenceSchema.parse(difference)).toEqual(difference);
});

test('every kind of difference has a case here', () => {
  const kinds = differenceSchema.options.map(({ shape }) => shape.kind.value).sort();
  const tested: DifferenceKind[] = [...cases.map(([, , { kind }]) => kind), 'password-unexplained'];
  expect([...new Set(tested)].sort()).toEqual(kinds);
});

test('no difference holds a part of the password', () => {
  for (const [, changes] of cases) {
    const password = (changes.password ?? V1).trim();
    const values = compare(changes).differences.map(({ kind, ...rest }) => rest);
    if (password !== '') expect(JSON.stringify(values)).not.toContain(password.slice(0, 6));
  }
});
