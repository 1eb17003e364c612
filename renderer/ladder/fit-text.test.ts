import { describe, expect, it } from 'vitest';
import { fitText, widthOf } from './fit-text.ts';

const mono = { size: 10, mono: true };

describe('a text in a picture', () => {
  it('stays whole where there is room', () => {
    expect(fitText('thing/post', 60, mono, 'start')).toBe('thing/post');
  });

  it('is cut at the end that tells less, and never wider than its room', () => {
    expect(fitText('thing/post', 36, mono, 'start')).toBe('…/post');
    expect(fitText('thing/post', 36, mono, 'end')).toBe('thing…');
    expect(widthOf(fitText('thing/post', 40, mono, 'end'), mono)).toBeLessThanOrEqual(40);
  });

  it('is nothing where there is no room for a character', () => {
    expect(fitText('thing/post', 9, mono, 'end')).toBe('');
  });

  it('is as wide as its font makes it', () => {
    const sans = { size: 1_000, mono: false };
    // As Chromium lays them out.
    expect(Math.abs(widthOf('Device sends a message', sans) - 11_725)).toBeLessThan(150);
    expect(Math.abs(widthOf('Kicked by the same device', sans) - 12_636)).toBeLessThan(150);
    expect(Math.abs(widthOf('no PUBACK came', sans) - 8_424)).toBeLessThan(150);
    expect(widthOf('PUBACK', mono)).toBe(widthOf('puback', mono));
  });

  it('gives Chinese the width it has', () => {
    expect(widthOf('拒绝', mono)).toBe(20);
    expect(fitText('平台拒绝了订阅', 36, mono, 'end')).toBe('平台拒…');
  });
});
