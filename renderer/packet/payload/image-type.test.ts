import { expect, it } from 'vitest';
import { imageTypeOf } from './image-type.ts';

const bytes = (head: string, size = 32) =>
  Uint8Array.from({ length: size }, (_, at) => head.charCodeAt(at) || 0);

it('pictures are known by their first bytes', () => {
  expect(imageTypeOf(bytes('\x89PNG\r\n\x1a\n'))).toBe('image/png');
  expect(imageTypeOf(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg');
  expect(imageTypeOf(bytes('GIF89a'))).toBe('image/gif');
  expect(imageTypeOf(bytes('RIFF\x20\0\0\0WEBPVP8 '))).toBe('image/webp');
  expect(imageTypeOf(bytes('BM\x20\0\0\0'))).toBe('image/bmp');
});

it('nothing else is a picture', () => {
  expect(imageTypeOf(bytes('BMW is a car, not a picture'))).toBeNull();
  expect(imageTypeOf(bytes('RIFF\x20\0\0\0WAVEfmt '))).toBeNull();
  expect(imageTypeOf(bytes('\x89PNG\r\n\x1a\n', 8))).toBeNull();
});
