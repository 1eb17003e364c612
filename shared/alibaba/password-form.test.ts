import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPassword } from './password-form.ts';

const digests = [
  ['hmacmd5', 'md5'],
  ['hmacsha1', 'sha1'],
  ['hmacsha256', 'sha256'],
] as const;

test.each(digests)(
  'a password of %s is told by its length, in hex of either case',
  (method, name) => {
    const hex = createHash(name).update('x').digest('hex');
    expect(readPassword(hex)).toEqual({ method, hex, isBase64: false });
    expect(readPassword(hex.toUpperCase())).toEqual({ method, hex, isBase64: false });
  },
);

test.each(digests)(
  'Base64 of %s is read, padded or not, in the alphabet for URLs too',
  (method, name) => {
    for (let tried = 0; tried < 50; tried += 1) {
      const digest = createHash(name).update(String(tried)).digest();
      const read = { method, hex: digest.toString('hex'), isBase64: true };
      expect(readPassword(digest.toString('base64'))).toEqual(read);
      expect(readPassword(digest.toString('base64url'))).toEqual(read);
    }
  },
);

test.each(['', 'abc', 'not a digest', 'a'.repeat(41), 'é'.repeat(40)])(
  'what no method gives is not read: %j',
  (text) => {
    expect(readPassword(text)).toBeNull();
  },
);
