import { describe, expect, it } from 'vitest';
import { en, zhCN } from './catalogues.ts';

type Catalogue = { readonly [key: string]: string | Catalogue };

/** Every text by its full key. */
function flatten(catalogue: Catalogue, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const entry of flatten(value, `${prefix}${key}.`)) texts.set(...entry);
  }
  return texts;
}

/** Chinese has one plural form, i18next's `_other`, where English has two. */
const singular = (key: string) => key.endsWith('_one');

const variables = (text: string) =>
  [...text.matchAll(/\{\{\s*([\w.-]+)/g)].map((match) => match[1]).sort();

const english = flatten(en);
const chinese = flatten(zhCN);

describe('the two catalogues', () => {
  it('have the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual(
      [...english.keys()].filter((key) => !singular(key)).sort(),
    );
  });

  it('use the same variables in the same text', () => {
    for (const [key, text] of chinese)
      expect(variables(text), key).toEqual(variables(english.get(key) ?? ''));
  });

  it('have no empty text', () => {
    for (const [key, text] of [...english, ...chinese]) expect(text.trim(), key).not.toBe('');
  });
});
