import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64ToHex, hexProblem, hexToBase64 } from './hex.ts';

describe('bytes in hexadecimal', () => {
  it('are the bytes they stand for, blanks or not', () => {
    expect(hexToBase64('48 65\n6C6c 6f')).toBe(btoa('Hello'));
    expect(hexToBase64('')).toBe('');
    expect(base64ToHex(btoa('Hello'))).toBe('48 65 6c 6c 6f');
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const base64 = Buffer.from(bytes).toString('base64');
        expect(hexProblem(base64ToHex(base64))).toBeNull();
        expect(hexToBase64(base64ToHex(base64))).toBe(base64);
      }),
    );
  });

  it.each([
    ['48 6g', 'not-hex', 'g'],
    ['0x48', 'not-hex', 'x'],
    ['48 😀', 'not-hex', '😀'],
    ['48 6 5', 'half-a-byte', '6'],
    ['486', 'half-a-byte', '486'],
  ])('%s is refused at its place', (text, reason, at) => {
    const problem = hexProblem(text);
    expect(problem?.reason).toBe(reason);
    expect(text.slice(problem?.start, problem?.end)).toBe(at);
  });

  it('need no bytes', () => {
    expect(hexProblem(' \n')).toBeNull();
  });
});
