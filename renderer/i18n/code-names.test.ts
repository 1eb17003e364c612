import { expect, it } from 'vitest';
import { alinkCodeName } from '../../shared/alibaba/alink-codes.ts';
import { shadowCodeName } from '../../shared/alibaba/shadow-codes.ts';

/** Above the last code that Alink leaves to devices. */
const CODES_END = 110_001;

it.each([
  ['Alink', alinkCodeName],
  ['the device shadow', shadowCodeName],
] as const)('whatever a code of %s means is there in Chinese', (_, nameOf) => {
  const codes = Array.from({ length: CODES_END }, (_, code) => code);
  const named = codes.filter((code) => nameOf(code, 'en') !== '');
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((code) => !/\p{Script=Han}/u.test(nameOf(code, 'zh-CN')))).toEqual([]);
});
