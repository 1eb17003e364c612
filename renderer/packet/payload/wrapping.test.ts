import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { base64Of } from '../bytes/base64.ts';
import { unwrapBase64, wrappingOf } from './wrapping.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a wrapped payload', () => {
  it('is known as gzip and zlib by its first bytes', () => {
    expect(wrappingOf(gzipSync('a'))).toBe('gzip');
    for (const level of [1, 6, 9])
      expect(wrappingOf(deflateSync('tricorder', { level }))).toBe('zlib');
    expect(wrappingOf(utf8('x is a letter'))).toBeNull();
  });

  it('is known as Base64 by its letters, and comes out as it went in', () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256);
    const wrapped = utf8(base64Of(bytes));
    expect(wrappingOf(wrapped)).toBe('base64');
    expect(Buffer.compare(unwrapBase64(wrapped), bytes)).toBe(0);
    expect(wrappingOf(utf8(`${btoa('a message of some length')}\n`))).toBe('base64');
  });

  it.each([
    'temperature',
    'communicationerr',
    '0123456789abcdef0123456789ABCDEF',
    'aGVsbG8=',
    '{"a":"aGVsbG8gd29ybGQhIQ=="}',
    'aGVsbG8gd29ybGQh!!==',
  ])('is not %s', (text) => {
    expect(wrappingOf(utf8(text))).toBeNull();
  });
});
