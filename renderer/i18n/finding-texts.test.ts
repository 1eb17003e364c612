import { beforeAll, expect, test, vi } from 'vitest';
import { findingTexts, findingTitle } from './finding-texts.ts';
import { startI18n } from './setup.ts';

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  startI18n('en');
});

test('a finding has a few words, or its sentence where that is short', () => {
  expect(findingTitle({ rule: 'kicked-platform', values: {} })).toBe('Kicked by the same device');
  expect(findingTitle({ rule: 'too-many-subscriptions-platform', values: { count: 101 } })).toBe(
    '101 subscriptions.',
  );
});

test('what the connection showed behind a message is said in the sentence of its sign', () => {
  const whyOf = (sign: string) =>
    findingTexts({
      rule: 'publish-left',
      values: { number: 4, cut: 1, seconds: 0.5, sign, signNumber: 6, signSeconds: 0.4 },
    }).why;
  expect(whyOf('left')).toContain(
    'None came for #4 in the 0.5 s until the connection ended. The device itself ended the connection 0.4 s after the message (DISCONNECT, #6)',
  );
  for (const sign of ['answered', 'heard', 'silent', 'left', 'ended', 'unknown']) {
    expect(whyOf(sign)).not.toMatch(/problems\.life|\{\{/);
  }
});
