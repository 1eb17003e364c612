import { describe, expect, it } from 'vitest';
import { readPath } from './json-path.ts';
import { printPath } from './print-filter.ts';

describe('a path into a payload', () => {
  it('is read as a filter writes it', () => {
    expect(readPath('$.params.items[0]["odd name"]')).toEqual(['params', 'items', 0, 'odd name']);
    for (const path of [['a', 0], ['温度'], ['with "quotes" \\ and\nlines', 'b']])
      expect(readPath(printPath(path))).toEqual(path);
  });

  it('is nothing else that a filter may say', () => {
    for (const text of ['', '$', '$.', 'params', '$.a>3', '-$.a', '$.a $.b', '$.a OR $.b', '$.a.'])
      expect(readPath(text)).toBeNull();
  });
});
