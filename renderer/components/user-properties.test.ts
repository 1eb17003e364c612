import { expect, it } from 'vitest';
import { readUserProperties, userPropertyLines } from './user-properties.ts';

it('reads a property in each line, whatever its value holds, and writes it back', () => {
  const text = 'site=north\nsite=a=b, c\nempty=';
  const properties = readUserProperties(text);
  expect(properties).toEqual([
    { name: 'site', value: 'north' },
    { name: 'site', value: 'a=b, c' },
    { name: 'empty', value: '' },
  ]);
  expect(userPropertyLines(properties ?? [])).toBe(text);
  expect(readUserProperties(' \n')).toEqual([]);
});

it('finds a line that is no property', () => {
  expect(readUserProperties('site')).toBeNull();
  expect(readUserProperties('ok=1\n=north')).toBeNull();
});
