import { expect, test } from 'vitest';
import { extendedParametersProblem, splitExtendedParameters } from './extended-parameters.ts';

test('pairs are taken in their order, and an empty text has none', () => {
  expect(splitExtendedParameters('_ss=1,ext=3,lan=C')).toEqual([
    ['_ss', '1'],
    ['ext', '3'],
    ['lan', 'C'],
  ]);
  expect(splitExtendedParameters('')).toEqual([]);
});

test.each(['', '_ss=1', '_ss=1,ext=3,_v=sdk-c-4.2.0,lan=C', 'x=a=b'])('"%s" is taken', (text) => {
  expect(extendedParametersProblem(text)).toBeNull();
});

test.each([
  ['ext', 'malformed', 'ext'],
  ['ext=', 'malformed', 'ext'],
  ['ext=1,', 'malformed', ''],
  ['=1', 'malformed', '=1'],
  ['ext=1, _ss=1', 'malformed', ' _ss=1'],
  ['lan=JS|Broswer', 'malformed', 'lan=JS|Broswer'],
  ['ext=1,ext=3', 'twice', 'ext'],
  ['securemode=3', 'computed', 'securemode'],
  ['ext=1,SignMethod=hmacmd5', 'computed', 'SignMethod'],
  ['timestamp=1', 'computed', 'timestamp'],
  ['authType=register', 'computed', 'authType'],
])('"%s" is refused as %s', (text, kind, part) => {
  expect(extendedParametersProblem(text)).toEqual({ kind, part });
});
