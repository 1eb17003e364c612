import { expect, it } from 'vitest';
import { bytesAs } from './copy-bytes.ts';

it('bytes are copied as hex, as an array of C, escaped and as Base64', () => {
  const bytes = Uint8Array.from({ length: 13 }, (_, at) => at * 16);
  expect(bytesAs('hex', bytes)).toBe('00 10 20 30 40 50 60 70 80 90 a0 b0 c0');
  expect(bytesAs('c', bytes)).toBe(
    'const unsigned char bytes[13] = {\n' +
      '  0x00, 0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0x80, 0x90, 0xa0, 0xb0,\n' +
      '  0xc0,\n};\n',
  );
  expect(bytesAs('escaped', bytes.subarray(9, 12))).toBe('\\x90\\xa0\\xb0');
  expect(bytesAs('base64', bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
