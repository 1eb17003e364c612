import { expect, test } from 'vitest';
import { signPassword } from './sign.ts';

test.each([
  ['hmacmd5', 'ed9dc7baf84a9740a3ceb6f1f26bfb4f'],
  ['hmacsha1', 'f9cebe2044ea375cff1a46f4dc05eb15ff9870ee'],
  ['hmacsha256', 'e9403e3a615fad72d1dd1fe90c225cbec4ba81a03e5474d91a72844d2218954f'],
] as const)('%s of vector V10 is lower-case hex', (method, password) => {
  expect(signPassword('thinkgos', 'thinkgos', method)).toBe(password);
});
