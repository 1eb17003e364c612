import { beforeAll, expect, test, vi } from 'vitest';
import { findingTitle } from './finding-texts.ts';
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
