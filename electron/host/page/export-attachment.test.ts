import { expect, test } from 'vitest';
import { attachmentHeaders, exportIdOf } from './export-attachment.ts';

const dispositionOf = (name: string) =>
  attachmentHeaders({ path: '/x', name, size: 1, contentType: 'text/csv' })['Content-Disposition'];

test.each([
  ['lamp 2026.csv', `filename="lamp 2026.csv"; filename*=UTF-8''lamp%202026.csv`],
  ['灯.csv', `filename="_.csv"; filename*=UTF-8''%E7%81%AF.csv`],
  [
    `a"b%c\\d'(e)*.csv`,
    `filename="a_b_c_d'(e)*.csv"; filename*=UTF-8''a%22b%25c%5Cd%27%28e%29%2A.csv`,
  ],
  ['a\r\nX: b.csv', `filename="a__X: b.csv"; filename*=UTF-8''a%0D%0AX%3A%20b.csv`],
  ['cut \ud83d.csv', `filename="cut _.csv"; filename*=UTF-8''cut%20_.csv`],
])('a file called %j is an attachment that no header can be broken with', (name, parameters) => {
  expect(dispositionOf(name)).toBe(`attachment; ${parameters}`);
});

test.each([
  ['/exports/3f-a_B', '3f-a_B'],
  ['/exports/', null],
  ['/exports/a/b', null],
  ['/exports/..%2f', null],
  ['/exports/a.b', null],
  ['/export/a', null],
  ['/', null],
])('%s names the export %j', (pathname, id) => {
  expect(exportIdOf(pathname)).toBe(id);
});
