import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { en } from './catalogues.ts';

const renderer = join(import.meta.dirname, '..');

const source = readdirSync(renderer, { recursive: true, withFileTypes: true })
  .filter(({ name }) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map(({ parentPath, name }) => join(parentPath, name))
  .filter((path) => !/i18n\/(en|zh-CN)\//.test(path.replaceAll('\\', '/')))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Texts in quotes that may be keys, as patterns: what a template fills in may be anything. */
const written = [...source.matchAll(/'([\w-]+(?:\.[\w-]+)+)'|`([\w-]+\.[^`\n]*)`/g)].map(
  ([, plain, template = '']) =>
    plain !== undefined
      ? literal(plain)
      : template
          .split(/\$\{[^}]*\}/)
          .map(literal)
          .join('.+'),
);
const isWritten = new RegExp(`^(${[...new Set(written)].join('|')})(_(one|other|zero))?$`);

type Catalogue = { readonly [key: string]: string | Catalogue };

const keysOf = (catalogue: Catalogue, prefix = ''): string[] =>
  Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );

it('holds no text that the page never shows', () => {
  expect(keysOf(en).filter((key) => !isWritten.test(key))).toEqual([]);
});
