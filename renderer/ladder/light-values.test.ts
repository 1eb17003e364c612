import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { densityFamilies } from '../../shared/contract/ladder-commands.ts';
import { declarationsIn, withValues } from './light-values.ts';

const tokens = readFileSync(new URL('../theme/tokens.css', import.meta.url), 'utf8');
const values = declarationsIn(tokens);

test('variables become the values of the light theme, also those that name others', () => {
  expect(withValues('var(--surface)', values)).toBe('#ffffff');
  expect(withValues('var(--danger-text)', values)).toMatch(/^#[0-9a-f]{6}$/);
  expect(withValues('url(#a) var(--text)', values)).toMatch(/^url\(#a\) #[0-9a-f]{6}$/);
  for (const family of densityFamilies)
    expect(withValues(`var(--family-${family})`, values)).toMatch(/^#[0-9a-f]{6}$/);
});

test('only the first rule counts, and an unknown variable stays', () => {
  const first = declarationsIn(':root { --a: 1px; }\n:root[dark] { --a: 2px; }');
  expect(withValues('var(--a) var(--nobody)', first)).toBe('1px var(--nobody)');
});
